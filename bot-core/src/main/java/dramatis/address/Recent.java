package dramatis.address;

import static java.util.Objects.requireNonNull;

import dramatis.address.Decision.Why;
import dramatis.message.InboundMessage;
import dramatis.message.InboundMessage.AuthorKind;
import java.time.Instant;
import java.util.Optional;

/**
 * What has to be remembered of a conversation to decide about its next message.
 *
 * @param botTurns how many messages of other bots were answered since a person spoke
 * @param answered the time of the last message that was answered
 */
public record Recent(int botTurns, Optional<Instant> answered) {
    /** Of a conversation in which nothing was said yet. */
    public static final Recent NOTHING = new Recent(0, Optional.empty());

    public Recent {
        requireNonNull(answered, "answered");
    }

    /** What is to be remembered once this was decided about a message. People who are never read change nothing. */
    public Recent after(InboundMessage message, Decision decision) {
        boolean answer = decision instanceof Decision.Answer;
        boolean person = message.authorKind() == AuthorKind.PERSON && !unread(decision);
        int turns = person ? 0 : answer ? botTurns + 1 : botTurns;
        return new Recent(turns, answer ? Optional.of(message.sentAt()) : answered);
    }

    private static boolean unread(Decision decision) {
        return decision instanceof Decision.Ignore ignored
                && (ignored.why() == Why.OWN || ignored.why() == Why.BLOCKED || ignored.why() == Why.OPTED_OUT);
    }
}
