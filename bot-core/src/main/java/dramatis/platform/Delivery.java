package dramatis.platform;

import static java.util.Objects.requireNonNull;

import dramatis.message.ConversationRef;
import dramatis.message.MessageRef;
import dramatis.message.Segment;
import java.util.List;
import java.util.Optional;

/**
 * Something a character says, to be posted. Turn, piece and attempt together name it for ever: an idempotency key where
 * the platform has one.
 *
 * @param turnId the turn it belongs to
 * @param piece the number within the turn of the first segment in it, growing in the order of posting
 * @param attempt 1 at first; above that, an earlier attempt's outcome is unknown, and the adapter looks before it posts
 *     again, or answers {@link Receipt.Unknown}
 * @param conversation where
 * @param personaId who speaks
 * @param name under which name
 * @param replyTo the message it answers
 * @param before what the same reply has on the platform already
 * @param visible what it says and does further, trimmed for display; never empty
 */
public record Delivery(
        long turnId,
        int piece,
        int attempt,
        ConversationRef conversation,
        String personaId,
        String name,
        Optional<MessageRef> replyTo,
        Before before,
        List<Segment.Visible> visible) {
    /**
     * Messages of the platform that show a reply. One that {@link Manner#edits edits} makes them show {@code said} and
     * the delivery's {@code visible} after it: by editing them in their order, by posting more where they do not hold it
     * all, by deleting what is left over. So a reply grows, and where nothing in them was {@code said} to stay it is
     * replaced. Others post what is {@code visible}.
     *
     * @param said what in them stays as it is
     * @param messageIds theirs, in order
     */
    public record Before(List<Segment.Visible> said, List<String> messageIds) {
        /** Where nothing of the reply was posted. */
        public static final Before NOTHING = new Before(List.of(), List.of());

        public Before {
            said = List.copyOf(said);
            messageIds = List.copyOf(messageIds);
        }
    }

    public Delivery {
        requireNonNull(conversation, "conversation");
        requireNonNull(personaId, "personaId");
        requireNonNull(name, "name");
        requireNonNull(replyTo, "replyTo");
        requireNonNull(before, "before");
        visible = List.copyOf(visible);
        if (visible.isEmpty()) {
            throw new IllegalArgumentException("a delivery must have something visible");
        }
    }

    /** The same delivery, at another attempt, after something else, and with more in it. */
    public Delivery with(int number, Before earlier, List<Segment.Visible> more) {
        return new Delivery(turnId, piece, number, conversation, personaId, name, replyTo, earlier, more);
    }
}
