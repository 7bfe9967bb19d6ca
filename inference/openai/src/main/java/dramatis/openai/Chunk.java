package dramatis.openai;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one event of a stream says, or a whole answer that came in place of one.
 *
 * @param text what it adds to the reply; empty where it is not about a token
 * @param hidden what it adds to the thinking that the server sets apart
 * @param finish why the reply ended
 * @param cost what it took
 * @param error what went wrong
 */
record Chunk(
        Optional<String> text,
        Optional<String> hidden,
        Optional<String> finish,
        Optional<Cost> cost,
        Optional<ServerError> error) {

    /** The tokens of a prompt, of what was cached of it, and of the reply. */
    record Cost(int prompt, int cached, int reply) {}

    static Chunk of(Json event) {
        if (ServerError.isOne(event)) {
            ServerError error = ServerError.of(0, event);
            return new Chunk(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(error));
        }
        Json choice = event.get("choices").items().stream().findFirst().orElse(Json.nothing());
        Json said = choice.get("delta").isPresent() ? choice.get("delta") : choice.get("message");
        Optional<String> finish = choice.text("finish_reason")
                .or(() -> choice.get("finish_reason").text("type"));
        Optional<String> hidden =
                said.text("reasoning_content").or(() -> said.text("reasoning")).filter(it -> !it.isEmpty());
        Optional<String> text = choice.text("text").or(() -> said.text("content"));
        boolean empty = text.orElse("").isEmpty();
        boolean noToken = empty
                && (finish.isPresent() || hidden.isPresent() || said.get("role").isPresent());
        return new Chunk(noToken ? Optional.empty() : text, hidden, finish, cost(event), Optional.empty());
    }

    /** OpenAI's usage, with llama.cpp's timings for what it leaves out. */
    private static Optional<Cost> cost(Json event) {
        Json usage = event.get("usage");
        OptionalInt prompt = usage.number("prompt_tokens");
        OptionalInt reply = usage.number("completion_tokens");
        if (prompt.isEmpty() || reply.isEmpty()) {
            return Optional.empty();
        }
        int cached = usage.get("prompt_tokens_details")
                .number("cached_tokens")
                .orElse(event.get("timings").number("cache_n").orElse(0));
        return Optional.of(new Cost(prompt.getAsInt(), cached, reply.getAsInt()));
    }
}
