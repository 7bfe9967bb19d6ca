package dramatis.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as a {@link ModelServer} got it.
 *
 * @param method GET or POST
 * @param path without the query
 * @param headers by their names in lower case
 * @param body as it came; empty where there was none
 */
public record ModelServerRequest(String method, String path, Map<String, String> headers, String body) {
    public ModelServerRequest {
        headers = Map.copyOf(headers);
    }

    /** The body as an object; empty where it is none. */
    public Map<?, ?> json() {
        return body.isEmpty() || !(ModelServerJson.read(body) instanceof Map<?, ?> object) ? Map.of() : object;
    }

    /** A member of the body that is a text. */
    public Optional<String> text(String key) {
        return Optional.ofNullable(json().get(key)).map(String::valueOf);
    }

    /** A whole number of the body, or another one where it is missing. */
    public long number(String key, long otherwise) {
        return json().get(key) instanceof Number number ? number.longValue() : otherwise;
    }

    /** Whether a member of the body is true. */
    public boolean flag(String key) {
        return Boolean.TRUE.equals(json().get(key));
    }

    /** The texts of the messages of a chat, in their order. */
    public List<String> contents() {
        return messages().stream()
                .map(message -> String.valueOf(message.get("content")))
                .toList();
    }

    /** The stop strings. */
    public List<String> stops() {
        return json().get("stop") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    List<Map<?, ?>> messages() {
        return json().get("messages") instanceof List<?> list
                ? list.stream().<Map<?, ?>>map(it -> (Map<?, ?>) it).toList()
                : List.of();
    }

    boolean generates() {
        return path.equals("/v1/completions") || path.equals("/v1/chat/completions");
    }

    boolean isChat() {
        return path.equals("/v1/chat/completions");
    }
}
