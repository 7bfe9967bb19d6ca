package dramatis.testkit;

import static dramatis.testkit.DiscordServerJson.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One request to the REST API, taken apart.
 *
 * @param variables what stands in the places of the route
 * @param body the JSON, which a form has under {@code payload_json}
 */
record DiscordServerCall(
        String method,
        String path,
        String authorization,
        Map<String, String> variables,
        Map<String, String> query,
        ObjectNode body,
        List<DiscordServerFile> files) {
    static final String BASE = "/api/v10";

    static DiscordServerCall of(HttpExchange exchange) throws IOException {
        byte[] content = exchange.getRequestBody().readAllBytes();
        String type = header(exchange, "Content-Type");
        boolean form = type.startsWith("multipart/form-data");
        DiscordServerForm parsed = form ? DiscordServerForm.of(type, content) : DiscordServerForm.NONE;
        String json = form ? parsed.payload() : new String(content, UTF_8);
        return new DiscordServerCall(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                header(exchange, "Authorization"),
                Map.of(),
                query(exchange.getRequestURI().getRawQuery()),
                DiscordServerJson.read(json),
                parsed.files());
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new TreeMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], UTF_8));
        }
        return query;
    }

    DiscordServerCall on(Map<String, String> places) {
        return new DiscordServerCall(method, path, authorization, places, query, body, files);
    }

    /** What stands in this place of the path. */
    String at(String variable) {
        return variables.getOrDefault(variable, "");
    }

    Optional<String> asked(String parameter) {
        return Optional.ofNullable(query.get(parameter));
    }

    int limit(int usual, int most) {
        int limit = asked("limit")
                .filter(it -> it.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(usual);
        if (limit < 1 || limit > most) {
            throw DiscordServerRefusal.form("limit", "NUMBER_TYPE_MAX", "int value should be 1 to " + most + ".");
        }
        return limit;
    }

    /** A text of the body, which has to be of a length. */
    String name(String field, int most) {
        String value = text(body, field).strip();
        if (value.isEmpty() || value.length() > most) {
            throw DiscordServerRefusal.form(
                    field, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and " + most + " in length.");
        }
        return value;
    }
}
