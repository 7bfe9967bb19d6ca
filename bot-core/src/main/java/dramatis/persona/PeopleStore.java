package dramatis.persona;

import dramatis.message.UserRef;
import java.util.Optional;

/**
 * What people said about themselves, on disk. Safe for use by many threads; each method is one transaction, committed
 * when it returns, and may block on the disk alone. Failures are thrown as {@link dramatis.session.StoreException}.
 */
public interface PeopleStore {
    /** What somebody said about themselves: one indexed read. */
    Optional<Person> find(UserRef user);

    /** Keeps what somebody says, instead of what they said before. */
    void put(Person person);

    /**
     * Forgets what somebody said, in the sessions that they opened too. Nothing happens where they said nothing.
     *
     * @param displayName what they are called instead of the name that they gave themselves
     */
    void clear(UserRef user, String displayName);
}
