package dramatis.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What clients of it rely on; what it sends is read in full by the engine's own tests. */
class ModelServerTest {
    private static final String CHAT = "{\"model\":\"stub\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}],"
            + "\"max_tokens\":100,\"stream\":%s}";

    private final ModelServer server = ModelServer.of(ModelServerFlavor.PLAIN).start();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void chat_samePrompt_givesTheSameReply() throws Exception {
        String reply = post("/v1/chat/completions", CHAT.formatted("false")).body();
        assertThat(reply).contains("<system_thinking>", "</system_thinking>", "<role_action>", "\"stop\"");
        assertThat(post("/v1/chat/completions", CHAT.formatted("false")).body()).contains("cached_tokens");
        server.saying("Good evening.");
        assertThat(post("/v1/chat/completions", CHAT.formatted("false")).body()).contains("Good evening.");
        assertThat(server.generations()).hasSize(3).allMatch(it -> it.contents().contains("hi"));
    }

    @Test
    void chat_stream_endsInDone() throws Exception {
        assertThat(post("/v1/chat/completions", CHAT.formatted("true")).body())
                .startsWith("data: {")
                .endsWith("data: [DONE]\n\n");
    }

    @Test
    void failNext_isForOneRequest() throws Exception {
        server.failNext(ModelServerFault.busy(Duration.ofMillis(1500)));
        HttpResponse<String> busy = post("/v1/chat/completions", CHAT.formatted("true"));
        assertThat(busy.statusCode()).isEqualTo(429);
        assertThat(busy.headers().firstValue("retry-after")).contains("1");
        assertThat(busy.headers().firstValue("retry-after-ms")).contains("1500");
        assertThat(post("/v1/chat/completions", CHAT.formatted("true")).statusCode())
                .isEqualTo(200);
        server.failNext(ModelServerFault.breakAfter(1));
        assertThatIOException().isThrownBy(() -> post("/v1/chat/completions", CHAT.formatted("true")));
    }

    @Test
    void stop_start_keepsThePort() throws Exception {
        URI before = server.url();
        server.stop();
        assertThatIOException().isThrownBy(() -> post("/v1/chat/completions", CHAT.formatted("true")));
        server.start();
        assertThat(server.url()).isEqualTo(before);
        assertThat(post("/v1/chat/completions", CHAT.formatted("true")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void stream_clientThatGoes_isCounted() throws Exception {
        server.failNext(ModelServerFault.stallAfter(1));
        HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                .send(request("/v1/chat/completions", CHAT.formatted("true")), BodyHandlers.ofInputStream());
        assertThat(answer.body().read()).isPositive();
        assertThat(server.streaming()).isEqualTo(1);
        answer.body().close();
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (server.closedEarly() == 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(server.closedEarly()).isEqualTo(1);
    }

    @Test
    void key_isRequired() throws Exception {
        server.key("secret");
        assertThat(post("/v1/chat/completions", CHAT.formatted("true")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void json_everyKindOfValue_isReadAsWritten() {
        String text = "{\"a\": [1, -2.5, true, null, \"\\u00e9\\n\\\"\\\\/\"], \"b\": {}, \"c\": []}";
        Object value = ModelServerJson.read(text);
        assertThat(value).isInstanceOf(Map.class);
        assertThat(ModelServerJson.read(ModelServerJson.write(value))).isEqualTo(value);
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request(path, body), BodyHandlers.ofString());
    }

    private HttpRequest request(String path, String body) {
        return HttpRequest.newBuilder(server.url().resolve(path))
                .POST(BodyPublishers.ofString(body))
                .build();
    }
}
