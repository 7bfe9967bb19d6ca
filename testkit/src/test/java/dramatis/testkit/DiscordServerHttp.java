package dramatis.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.node.ObjectNode;

/** A client that sends to a {@link DiscordServer} what a test writes, and nothing of its own. */
final class DiscordServerHttp {
    private final HttpClient client = HttpClient.newHttpClient();
    private final DiscordServer server;

    DiscordServerHttp(DiscordServer server) {
        this.server = server;
    }

    /** An answer. */
    record Answer(int status, ObjectNode body, HttpResponse<String> whole) {
        String text(String name) {
            return DiscordServerJson.text(body, name);
        }

        /** The status and Discord's own code, such as {@code 403/50013}. */
        String refusal() {
            return status + "/" + text("code");
        }

        String header(String name) {
            return whole.headers().firstValue(name).orElse("");
        }
    }

    Answer get(String path) {
        return send("GET", path, "", "application/json");
    }

    Answer post(String path, String body) {
        return send("POST", path, body, "application/json");
    }

    Answer patch(String path, String body) {
        return send("PATCH", path, body, "application/json");
    }

    Answer put(String path, String body) {
        return send("PUT", path, body, "application/json");
    }

    Answer delete(String path) {
        return send("DELETE", path, "", "application/json");
    }

    Answer send(String method, String path, String body, String type) {
        return send(request(path)
                .header("Authorization", "Bot " + server.token())
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body, UTF_8))
                .build());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.apiUrl() + path)).version(HttpClient.Version.HTTP_1_1);
    }

    Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").equals("application/json");
            return new Answer(response.statusCode(), DiscordServerJson.read(json ? response.body() : ""), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
