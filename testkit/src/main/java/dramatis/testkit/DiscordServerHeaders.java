package dramatis.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The headers of an answer ("Rate Limits"), and the bodies that are no JSON. */
final class DiscordServerHeaders {
    static final Map<String, String> PAGE = Map.of("Content-Type", "text/html");
    static final Map<String, String> PLAIN = Map.of("Content-Type", "text/plain");

    private DiscordServerHeaders() {}

    static Map<String, String> of(DiscordServerLimits.State state, String route) {
        Map<String, String> headers = new HashMap<>();
        double reset = System.currentTimeMillis() / 1000.0 + state.resetAfter();
        headers.put("X-RateLimit-Limit", Integer.toString(state.limit()));
        headers.put("X-RateLimit-Remaining", Integer.toString(state.remaining()));
        headers.put("X-RateLimit-Reset", String.format(Locale.ROOT, "%.3f", reset));
        headers.put("X-RateLimit-Reset-After", String.format(Locale.ROOT, "%.3f", state.resetAfter()));
        headers.put("X-RateLimit-Bucket", Integer.toHexString(route.hashCode()));
        return headers;
    }

    static Map<String, String> refused(DiscordServerLimits.State state) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Retry-After", Integer.toString((int) Math.ceil(state.resetAfter())));
        headers.put("X-RateLimit-Scope", state.global() ? "global" : "user");
        if (state.global()) {
            headers.put("X-RateLimit-Global", "true");
        } else {
            headers.putAll(of(state, state.bucket().replaceFirst("^(\\S+ \\S+) .*", "$1")));
        }
        return headers;
    }

    static byte[] content(boolean page, boolean plain, String json) {
        String text = page
                ? "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"
                : plain ? "upstream connect error or disconnect/reset before headers" : json;
        return text.getBytes(UTF_8);
    }
}
