package dramatis.turn;

import static java.util.Objects.requireNonNull;

import dramatis.inference.ChatMessage;
import dramatis.message.Segment;
import java.util.ArrayList;
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

    /** The same with something more at the end of what the character hears. */
    Script steered(String direction) {
        List<ChatMessage> more = new ArrayList<>(messages);
        ChatMessage last = more.get(more.size() - 1);
        if (last.role() == ChatMessage.Role.USER) {
            more.set(more.size() - 1, ChatMessage.user(last.content() + "\n\n" + direction));
        } else {
            more.add(ChatMessage.user(direction));
        }
        return new Script(more, name, others, kept, conversationKey);
    }
}
