package dramatis.telegram;

import java.util.Optional;

/**
 * What the adapter must know after a restart, on disk. Safe for use by many threads; each method is one transaction,
 * committed when it returns, and may block on the disk alone. Failures are thrown as
 * {@link dramatis.session.StoreException}.
 */
public interface TelegramStore {
    /** The user who was paired as the bot's owner, by their numeric id. */
    Optional<String> owner();

    /** Somebody is paired, instead of whoever was before. */
    void pair(String userId);

    /**
     * Keeps that a command or a button is about to be carried out: Telegram tells of it again to a process that was killed
     * before its next poll. The last thousand are enough.
     *
     * @param event names what somebody did, for ever; at most 64 characters
     * @return false where that was kept before
     */
    boolean begin(String event);
}
