package dramatis.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dramatis.inference.ChatMessage;
import dramatis.inference.Completion;
import dramatis.inference.EngineException;
import dramatis.inference.GenerationRequest;
import dramatis.inference.RecordingSink;
import dramatis.inference.Sampling;
import dramatis.inference.TokenSink;
import dramatis.testkit.ModelServer;
import dramatis.testkit.ModelServerFlavor;
import dramatis.testkit.ModelServerRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;

/** Servers, engines and requests for tests, all closed at the end. */
abstract class EngineTest {
    static final String SECRET = "the lighthouse keeper hid it";

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    ModelServer server(ModelServerFlavor flavor) {
        ModelServer server = ModelServer.of(flavor).start();
        opened.add(server);
        return server;
    }

    OpenAiEngine engine(ModelServer server) {
        return engine(server, it -> it);
    }

    OpenAiEngine engine(ModelServer server, UnaryOperator<OpenAiOptions> change) {
        return engine(OpenAiOptions.of(server.url()), change);
    }

    /** An engine that knows its servers, as far as they can be known. */
    OpenAiEngine engine(OpenAiOptions options, UnaryOperator<OpenAiOptions> change) {
        OpenAiEngine engine = OpenAiEngine.open(change.apply(options.withPatience(Duration.ofSeconds(2))));
        opened.add(0, engine);
        engine.check();
        return engine;
    }

    static GenerationRequest request(String... stops) {
        return request("key", "", new Sampling(0, 1, 0, 0, 1, 0, 200, OptionalLong.empty()), stops);
    }

    static GenerationRequest prefilled() {
        return request("key", "<system_thinking>", request().sampling());
    }

    static GenerationRequest request(String key, String prefix, Sampling sampling, String... stops) {
        List<ChatMessage> chat = List.of(ChatMessage.system("You are Wren."), ChatMessage.user("Bo: " + SECRET));
        return new GenerationRequest(chat, prefix, sampling, List.of(stops), key);
    }

    /** What comes of a request. */
    static String say(OpenAiEngine engine, GenerationRequest request) {
        RecordingSink sink = new RecordingSink();
        Completion completion = engine.generate(request, sink);
        assertThat(sink.strayed()).isFalse();
        assertThat(completion.finish()).isEqualTo(Completion.Finish.STOP);
        return sink.text();
    }

    /** What a request fails with; its texts hold nothing of the chat, and no key. */
    static EngineException failure(OpenAiEngine engine, GenerationRequest request, TokenSink sink) {
        EngineException failure = catchThrowableOfType(EngineException.class, () -> engine.generate(request, sink));
        assertThat(failure).isNotNull();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            assertThat(each.toString()).doesNotContain(SECRET, "hush");
        }
        return failure;
    }

    static EngineException failure(OpenAiEngine engine) {
        return failure(engine, request(), new RecordingSink());
    }

    static ModelServerRequest last(ModelServer server) {
        List<ModelServerRequest> all = server.generations();
        return all.get(all.size() - 1);
    }
}
