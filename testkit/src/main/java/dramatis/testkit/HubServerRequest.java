package dramatis.testkit;

import com.sun.net.httpserver.HttpExchange;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request that a {@link HubServer} got.
 *
 * @param host the name that the client called it by, without the port
 * @param path with its query, as it was sent
 * @param headers the first value of each
 */
public record HubServerRequest(String method, String host, String path, Map<String, String> headers) {
    static HubServerRequest of(HttpExchange exchange) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        return new HubServerRequest(
                exchange.getRequestMethod(),
                headers.getOrDefault("Host", "").replaceFirst(":\\d+$", ""),
                exchange.getRequestURI().toString(),
                headers);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
