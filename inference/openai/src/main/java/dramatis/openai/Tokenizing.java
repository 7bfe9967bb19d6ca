package dramatis.openai;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** How servers are asked for the tokens of a text, control tokens as such and none added. Pure functions. */
final class Tokenizing {
    private Tokenizing() {}

    /** The body for {@code POST /tokenize}; empty for servers that have not got it. */
    static Optional<Map<String, ?>> body(ServerKind kind, String model, String text) {
        return switch (kind) {
            case VLLM, SGLANG -> Optional.of(Map.of("model", model, "prompt", text, "add_special_tokens", false));
            case LLAMA_CPP -> Optional.of(Map.of("content", text, "add_special", false, "parse_special", true));
            case OLLAMA, OTHER -> Optional.empty();
        };
    }

    static OptionalInt count(Answer answer) {
        Json json = answer.json();
        if (!answer.isOk() || !json.get("tokens").isPresent()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(json.get("tokens").items().size());
    }
}
