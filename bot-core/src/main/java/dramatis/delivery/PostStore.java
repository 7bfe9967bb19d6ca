package dramatis.delivery;

import static java.util.Objects.requireNonNull;

import dramatis.message.MessageRef;
import dramatis.platform.Receipt;
import java.util.List;
import java.util.Optional;

/**
 * What was posted of each turn, on disk. Safe for use by many threads; each method is one transaction, committed when it
 * returns, and may block on the disk alone. Failures of the store are thrown as
 * {@link dramatis.session.StoreException}.
 */
public interface PostStore {
    /** Keeps the intention to post a piece, before it is posted, and says which attempt this is, from 1. */
    int intend(long turnId, int piece);

    /** Keeps what became of the last attempt to post a piece. */
    void receipt(long turnId, int piece, Receipt receipt);

    /** The turn that said this message of the bot's; empty where it is none that is known. One indexed read. */
    Optional<Long> turn(MessageRef message);

    /**
     * The messages in which the reply stands that a turn makes or changes, in order: those of all turns on it that are
     * not {@link #supersede superseded}.
     */
    List<String> standing(long turnId);

    /** A turn's messages show its whole reply: those of other turns on it are its no more. */
    void supersede(long turnId);

    /** What is known of a turn's pieces, in their order; a piece that was intended and has no receipt is unknown. */
    List<Posting> postings(long turnId);

    /**
     * A piece of a turn on its way to the platform.
     *
     * @param piece its number
     * @param attempts how often it was tried, from 1
     * @param receipt what is known of the last attempt
     */
    record Posting(int piece, int attempts, Receipt receipt) {
        public Posting {
            requireNonNull(receipt, "receipt");
        }
    }
}
