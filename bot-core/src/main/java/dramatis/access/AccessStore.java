package dramatis.access;

import dramatis.message.Place;
import dramatis.message.UserRef;
import java.util.List;
import java.util.Optional;

/**
 * Grants and the audit log, on disk. People are of the platform of the place. Safe for use by many threads; each method is one transaction, committed when it
 * returns, and may block on the disk alone. Failures are thrown as {@link dramatis.session.StoreException}.
 */
public interface AccessStore {
    /** What somebody was made in a place: one indexed read. */
    Optional<Grant> grant(Place place, UserRef user);

    /** Makes somebody something, instead of what they were made before; with an entry in the audit log. */
    void put(Place place, Grant grant);

    /** Takes back what somebody was made, if they were this; says whether they were. With an entry in the audit log. */
    boolean takeBack(Place place, Grant grant);

    /** All of a place, in the order in which they were made. */
    List<Grant> grants(Place place);

    /** Adds an entry to the audit log. */
    void audit(AuditEntry entry);

    /** The newest entries of a place, newest first. */
    List<AuditEntry> audited(Place place, int most);
}
