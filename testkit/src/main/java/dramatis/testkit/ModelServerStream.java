package dramatis.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Map;

/** Server-sent events, with the quirks of a {@link ModelServer}. */
final class ModelServerStream {
    private final ModelServer server;
    private final ModelServerConnection connection;
    private final String lineEnd;
    private int events;

    ModelServerStream(ModelServer server, ModelServerConnection connection) {
        this.server = server;
        this.connection = connection;
        lineEnd = server.has(ModelServerQuirk.CRLF) ? "\r\n" : server.has(ModelServerQuirk.CR) ? "\r" : "\n";
    }

    void begin() throws IOException {
        connection.begin(Map.of("Cache-Control", "no-cache"));
        if (server.has(ModelServerQuirk.CHATTER)) {
            write("\uFEFF: hello" + lineEnd + "retry: 1000" + lineEnd + lineEnd);
        }
    }

    void event(Map<String, ?> json) throws IOException {
        String text = ModelServerJson.write(json);
        if (server.has(ModelServerQuirk.MULTI_LINE_DATA)) {
            text = text.replace("\": ", "\":\n");
        }
        StringBuilder event = new StringBuilder();
        if (server.has(ModelServerQuirk.CHATTER)) {
            event.append(": keep-alive").append(lineEnd).append("event: chunk").append(lineEnd);
            event.append("id: ").append(events).append(lineEnd);
        }
        for (String line : text.split("\n")) {
            event.append("data: ").append(line).append(lineEnd);
        }
        events++;
        write(event.append(lineEnd).toString());
    }

    void done() throws IOException {
        write("data: [DONE]" + lineEnd + lineEnd);
    }

    void end() throws IOException {
        connection.end();
    }

    private void write(String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        if (!server.has(ModelServerQuirk.BYTE_BY_BYTE)) {
            connection.chunk(bytes);
            return;
        }
        for (byte each : bytes) {
            connection.chunk(new byte[] {each});
        }
    }
}
