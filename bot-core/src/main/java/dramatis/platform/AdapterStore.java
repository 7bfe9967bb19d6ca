package dramatis.platform;

import java.util.Optional;

/**
 * What an adapter must know after a restart, on disk. Safe for use by many threads; each method is one transaction,
 * committed when it returns, and may block on the disk alone. Failures are thrown as
 * {@link dramatis.session.StoreException}.
 */
public interface AdapterStore {
    /** How many of a platform's events are remembered. */
    int BEGUN = 1000;

    /** The user who was paired as the bot's owner on a platform, by the platform's id. */
    Optional<String> owner(String platform);

    /** Somebody is paired, instead of whoever was before. */
    void pair(String platform, String userId);

    /**
     * Keeps that something that a platform told is about to be carried out, which it may tell of again. The last
     * {@value #BEGUN} are remembered.
     *
     * @param event names it for ever
     * @return false where that was kept before
     */
    boolean begin(String platform, String event);
}
