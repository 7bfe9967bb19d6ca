package dramatis.persona;

import dramatis.message.Place;
import dramatis.message.UserRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The characters that people made up, on disk. Safe for use by many threads; each method is one transaction, committed
 * when it returns, and may block on the disk alone. Changes of unknown characters are an {@link IllegalStateException};
 * failures of the store are thrown as {@link dramatis.session.StoreException}.
 */
public interface AuthoredPersonaStore {
    /**
     * Keeps a new one, unless its owner has as many already.
     *
     * @param draft its id is a wish: what is kept has it with {@code ~} and a number behind, which nobody else has
     * @param most so many one owner may have on a platform
     */
    Optional<AuthoredPersona> add(Persona draft, UserRef owner, Place home, Instant at, int most);

    Optional<AuthoredPersona> find(String id);

    /** Those that can be played in a place, sorted by name: made there, or shared on any platform. */
    List<AuthoredPersona> playable(Place place);

    /** All of one owner's, sorted by name. */
    List<AuthoredPersona> of(UserRef owner);

    /** Gives one other contents; its id stays. */
    void replace(Persona persona);

    void share(String id, boolean shared);

    /** Gives one to somebody else. */
    void transfer(String id, UserRef owner);

    /** Takes one away; what it said stays in its sessions. */
    void delete(String id);
}
