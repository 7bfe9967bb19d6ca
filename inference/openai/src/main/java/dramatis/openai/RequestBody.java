package dramatis.openai;

import dramatis.inference.ChatMessage;
import dramatis.inference.GenerationRequest;
import dramatis.inference.Sampling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the JSON of a request, in the words that a server knows. Pure functions. */
final class RequestBody {
    /** OpenAI takes no more; the engine itself looks for all of them. */
    private static final int MOST_STOPS = 4;

    private RequestBody() {}

    static String path(ServerProfile profile) {
        return profile.api() == ModelApi.COMPLETIONS ? "/v1/completions" : "/v1/chat/completions";
    }

    /**
     * The body of a request.
     *
     * @param maxTokens what the context leaves of the request's
     * @param usage whether to ask what the reply took
     */
    static String of(ServerProfile profile, GenerationRequest request, int maxTokens, boolean usage) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", profile.model());
        if (profile.api() == ModelApi.COMPLETIONS) {
            body.put("prompt", ChatMl.prompt(request.messages(), request.replyPrefix()));
            if (profile.kind() == ServerKind.VLLM) {
                body.put("add_special_tokens", false);
            }
        } else {
            body.put("messages", messages(request));
            if (!request.replyPrefix().isEmpty()) {
                body.put("continue_final_message", true);
                body.put("add_generation_prompt", false);
            }
        }
        body.put("stream", true);
        if (usage) {
            body.put("stream_options", Map.of("include_usage", true));
        }
        body.put("max_tokens", maxTokens);
        sample(body, request.sampling(), profile.kind());
        List<String> stops = request.stops().stream()
                .filter(stop -> !stop.isEmpty())
                .limit(MOST_STOPS)
                .toList();
        if (!stops.isEmpty()) {
            body.put("stop", stops);
        }
        return Json.write(body);
    }

    static List<Map<String, String>> messages(List<ChatMessage> chat) {
        List<Map<String, String>> messages = new ArrayList<>();
        for (ChatMessage message : chat) {
            messages.add(Map.of("role", ChatMl.role(message), "content", ControlTokens.neutral(message.content())));
        }
        return messages;
    }

    private static List<Map<String, String>> messages(GenerationRequest request) {
        List<ChatMessage> chat = new ArrayList<>(request.messages());
        if (!request.replyPrefix().isEmpty()) {
            chat.add(ChatMessage.assistant(request.replyPrefix()));
        }
        return messages(chat);
    }

    private static void sample(Map<String, Object> body, Sampling sampling, ServerKind kind) {
        body.put("temperature", sampling.temperature());
        body.put("top_p", sampling.topP());
        sampling.seed().ifPresent(seed -> body.put("seed", seed & Integer.MAX_VALUE));
        if (!kind.samplesMore()) {
            return;
        }
        if (sampling.topK() != Sampling.DEFAULT.topK()) {
            body.put("top_k", sampling.topK());
        }
        if (sampling.minP() != Sampling.DEFAULT.minP()) {
            body.put("min_p", sampling.minP());
        }
        if (sampling.repetitionPenalty() != Sampling.DEFAULT.repetitionPenalty()) {
            String name = kind == ServerKind.LLAMA_CPP ? "repeat_penalty" : "repetition_penalty";
            body.put(name, sampling.repetitionPenalty());
        }
    }
}
