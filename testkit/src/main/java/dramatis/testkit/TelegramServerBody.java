package dramatis.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a request's arguments as the Bot API takes them: a query, JSON, or a form of either kind. */
final class TelegramServerBody {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
    private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?i)filename=\"([^\"]*)\"");

    private final TelegramServerWorld world;
    private final ObjectNode arguments = TelegramServerJson.object();
    private final Map<String, TelegramServerFile> files = new HashMap<>();

    TelegramServerBody(TelegramServerWorld world) {
        this.world = world;
    }

    TelegramServerRequest read(HttpExchange exchange, String method) throws IOException {
        query(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        byte[] body = exchange.getRequestBody().readAllBytes();
        Matcher boundary = BOUNDARY.matcher(type);
        if (type.startsWith("application/json")) {
            json(TelegramServerJson.read(new String(body, UTF_8)));
        } else if (type.startsWith("multipart/") && boundary.find()) {
            parts(new String(body, ISO_8859_1), "--" + boundary.group(1));
        } else {
            query(new String(body, UTF_8));
        }
        return new TelegramServerRequest(method, arguments, files);
    }

    private void json(JsonNode body) {
        if (body instanceof ObjectNode object) {
            arguments.setAll(object);
        }
    }

    private void query(String text) {
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                arguments.put(
                        URLDecoder.decode(pair.substring(0, equals), UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
    }

    /** A character of the text is a byte of the body. */
    private void parts(String body, String boundary) {
        int at = body.indexOf(boundary) + boundary.length();
        int end = body.indexOf("\r\n" + boundary, at);
        while (end > 0) {
            part(body.substring(at + 2, end));
            at = end + 2 + boundary.length();
            end = body.indexOf("\r\n" + boundary, at);
        }
    }

    private void part(String part) {
        int blank = part.indexOf("\r\n\r\n");
        String head = part.substring(0, blank);
        byte[] content = part.substring(blank + 4).getBytes(ISO_8859_1);
        Matcher name = NAME.matcher(head);
        Matcher fileName = FILE_NAME.matcher(head);
        if (!name.find()) {
            return;
        }
        if (fileName.find()) {
            String utf8 = new String(fileName.group(1).getBytes(ISO_8859_1), UTF_8);
            synchronized (world) {
                files.put(name.group(1), world.file(utf8, content));
            }
        } else {
            arguments.put(name.group(1), new String(content, UTF_8));
        }
    }
}
