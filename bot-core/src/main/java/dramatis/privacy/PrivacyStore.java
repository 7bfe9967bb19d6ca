package dramatis.privacy;

import dramatis.message.UserRef;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is kept of people, over the rows of the other stores. Safe for use by many threads; each method but
 * {@link #export} and {@link #deleteOlderThan} is one transaction, committed when it returns, and may block on the disk
 * alone. Failures of the store are thrown as {@link dramatis.session.StoreException}.
 *
 * <p>A conversation is a person's private chat where they wrote a message that was
 * {@link dramatis.message.InboundMessage.Addressing#DIRECT} and nobody else ever wrote one.
 */
public interface PrivacyStore {
    /** How much is kept of a person. */
    Kept show(UserRef person);

    /**
     * Gives out all that is kept of a person: what they said about themselves, descriptions, then messages and, from private chats, replies, oldest
     * first. It is read in pages of bounded size, each a transaction of its own.
     *
     * @param taker called on this thread, and may take its time; what it throws is thrown
     */
    void export(UserRef person, Consumer<Keepsake> taker);

    /**
     * Deletes a person's messages and descriptions, their own among them, the plans and thoughts of all turns that answered them, and their
     * private chats altogether, replies and sessions included. Elsewhere others' messages and the replies stay, and a
     * session that they opened goes on as that of whom it heard last; where it heard nobody else it ends. What others
     * and characters said about them, names included, stays.
     *
     * <p>Open turns that answer their messages are cancelled; one that waits and answers others too goes on with what
     * these wrote. No id of a message is kept: no message of theirs that was sent before the last one deleted now is
     * taken again. Who they are is kept as a hash, for that.
     *
     * @return the turns that waited or were played, and are cancelled now
     */
    List<Long> delete(UserRef person);

    /**
     * From now on a person's messages are neither kept nor answered, or are again. What was kept before stays: see
     * {@link #delete}. A message of theirs that they change is taken out of the history, since its old text is not what
     * they say and its new one may not be kept.
     */
    void optOut(UserRef person, boolean out);

    boolean optedOut(UserRef person);

    /**
     * Deletes messages and replies from before a time, with all that their turns made, and sessions that were ended and
     * are empty. In batches, each a transaction of its own: a failure leaves the rest for the next call. Nothing of an
     * open turn is deleted.
     *
     * @return how many messages and replies
     */
    long deleteOlderThan(Instant time);

    /**
     * Deletes all that is kept of the places that the bot was taken out of before a time: what was said, granted and
     * chosen there, and the characters that were made there and not shared.
     *
     * @return how many places
     */
    int deleteLeft(Instant before);
}
