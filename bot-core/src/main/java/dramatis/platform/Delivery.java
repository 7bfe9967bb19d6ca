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
 * @param piece its number within the turn, growing in the order of posting
 * @param attempt 1 at first; above that, an earlier attempt's outcome is unknown, and the adapter looks before it posts
 *     again, or answers {@link Receipt.Unknown}
 * @param conversation where
 * @param personaId who speaks
 * @param name under which name
 * @param replyTo the message it answers
 * @param visible what it says and does, trimmed for display; never empty
 */
public record Delivery(
        long turnId,
        int piece,
        int attempt,
        ConversationRef conversation,
        String personaId,
        String name,
        Optional<MessageRef> replyTo,
        List<Segment.Visible> visible) {
    public Delivery {
        requireNonNull(conversation, "conversation");
        requireNonNull(personaId, "personaId");
        requireNonNull(name, "name");
        requireNonNull(replyTo, "replyTo");
        visible = List.copyOf(visible);
        if (visible.isEmpty()) {
            throw new IllegalArgumentException("a delivery must have something visible");
        }
    }

    /** The same delivery, tried another time. */
    public Delivery withAttempt(int number) {
        return new Delivery(turnId, piece, number, conversation, personaId, name, replyTo, visible);
    }
}
