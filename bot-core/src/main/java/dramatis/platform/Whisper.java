package dramatis.platform;

import static java.util.Objects.requireNonNull;

import dramatis.message.ConversationRef;
import dramatis.message.MessageRef;
import dramatis.message.Segment;
import java.util.List;
import java.util.Optional;

/**
 * What a character thought, for the bot's owner.
 *
 * @param conversation where it thought so
 * @param personaId who
 * @param name under which name
 * @param turnId in which turn
 * @param about the first message of the reply that came of it, where one is posted
 * @param channelId the channel that it goes to, which must be closed to everybody but the owner; empty where it goes to
 *     the owner's private chat
 * @param hidden its thoughts in order
 */
public record Whisper(
        ConversationRef conversation,
        String personaId,
        String name,
        long turnId,
        Optional<MessageRef> about,
        Optional<String> channelId,
        List<Segment.Hidden> hidden) {
    public Whisper {
        requireNonNull(conversation, "conversation");
        requireNonNull(personaId, "personaId");
        requireNonNull(name, "name");
        requireNonNull(about, "about");
        requireNonNull(channelId, "channelId");
        hidden = List.copyOf(hidden);
    }
}
