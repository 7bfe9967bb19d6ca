package dramatis.platform;

import static java.util.Objects.requireNonNull;

import dramatis.message.ConversationRef;
import dramatis.message.Segment;
import java.util.List;

/**
 * What a character thought, for the bot's owner.
 *
 * @param conversation where it thought so
 * @param personaId who
 * @param name under which name
 * @param turnId in which turn
 * @param hidden its thoughts in order, the plan among them
 */
public record Whisper(
        ConversationRef conversation, String personaId, String name, long turnId, List<Segment.Hidden> hidden) {
    public Whisper {
        requireNonNull(conversation, "conversation");
        requireNonNull(personaId, "personaId");
        requireNonNull(name, "name");
        hidden = List.copyOf(hidden);
    }
}
