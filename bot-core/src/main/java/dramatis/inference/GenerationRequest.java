package dramatis.inference;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One reply asked of a model.
 *
 * @param messages the chat so far, system prompt first
 * @param replyPrefix the beginning of the reply, given to the model (prefill); the sink gets only what follows it.
 *     Empty for an engine that does not {@link InferenceEngine#prefills}
 * @param sampling how tokens are chosen
 * @param stops texts that end the reply where they appear; none of them reaches the sink
 * @param conversationKey opaque: requests with the same key share a prefix cache or go to the same server
 */
public record GenerationRequest(
        List<ChatMessage> messages, String replyPrefix, Sampling sampling, List<String> stops, String conversationKey) {

    public GenerationRequest {
        messages = List.copyOf(messages);
        requireNonNull(replyPrefix, "replyPrefix");
        requireNonNull(sampling, "sampling");
        stops = List.copyOf(stops);
        requireNonNull(conversationKey, "conversationKey");
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("messages must not be empty");
        }
    }
}
