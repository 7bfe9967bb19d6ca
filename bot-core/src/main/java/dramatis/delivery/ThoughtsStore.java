package dramatis.delivery;

import java.util.Optional;

/**
 * Where the owner wants thoughts to go, on disk. Safe for use by many threads; each method is one transaction, committed
 * when it returns, and may block on the disk alone. Failures are thrown as {@link dramatis.session.StoreException}.
 */
public interface ThoughtsStore {
    /** What was chosen for a platform; empty where nothing was. */
    Optional<Thoughts> find(String platform);

    void put(String platform, Thoughts thoughts);
}
