package dramatis.turn;

import static java.util.Objects.requireNonNull;

import dramatis.inference.ChatMessage;
import dramatis.message.Segment;
import java.util.List;

/**
 * What an actor needs to know to play one reply.
 *
 * @param messages the chat so far, system prompt first
 * @param name the character's
 * @param others the names of those whose lines it must not speak
 * @param kept what stands of the reply already: it is gone on from, never changed
 * @param conversationKey see {@link dramatis.inference.GenerationRequest}
 */
public record Script(
        List<ChatMessage> messages, String name, List<String> others, List<Segment> kept, String conversationKey) {
    public Script {
        messages = List.copyOf(messages);
        requireNonNull(name, "name");
        others = List.copyOf(others);
        kept = List.copyOf(kept);
        requireNonNull(conversationKey, "conversationKey");
    }
}
