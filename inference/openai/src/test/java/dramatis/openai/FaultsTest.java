package dramatis.openai;

import static dramatis.testkit.ModelServerFlavor.PLAIN;
import static dramatis.testkit.ModelServerFlavor.SGLANG;
import static dramatis.testkit.ModelServerFlavor.VLLM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dramatis.inference.Completion;
import dramatis.inference.Completion.Finish;
import dramatis.inference.EngineException;
import dramatis.inference.EngineException.Kind;
import dramatis.inference.RecordingSink;
import dramatis.testkit.ModelServer;
import dramatis.testkit.ModelServerFault;
import dramatis.testkit.ModelServerQuirk;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong with a server, and what is made of it. */
class FaultsTest extends EngineTest {
    private static final Timeouts SHORT =
            new Timeouts(Duration.ofSeconds(2), Duration.ofMillis(400), Duration.ofMillis(400), Duration.ofSeconds(5));

    private final RecordingSink sink = new RecordingSink();

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void generate_serverThatIsBusy_isTriedAgain(int status) {
        ModelServer server = server(VLLM).failNext(ModelServerFault.status(status));
        assertThat(say(engine(server), request())).isNotEmpty();
        assertThat(server.generations()).hasSize(2);
    }

    @Test
    void generate_connectionThatBreaksBeforeTheReply_isTriedAgain() {
        ModelServer server =
                server(VLLM).failNext(ModelServerFault.breakBeforeHeaders()).failNext(ModelServerFault.breakAfter(0));
        assertThat(say(engine(server), request())).isNotEmpty();
        assertThat(server.generations()).hasSize(3);
    }

    @Test
    void generate_serverThatStaysBusy_isUnavailable() {
        ModelServer server = server(VLLM).failAlways(ModelServerFault.status(503));
        EngineException failure = failure(engine(server));
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure)
                .hasMessageContaining("status 503")
                .hasMessageContaining(server.url().toString());
        assertThat(server.generations().size()).isBetween(2, 8);
    }

    @Test
    void generate_retryAfter_isKept() {
        ModelServer server = server(PLAIN).failNext(ModelServerFault.busy(Duration.ofMillis(1500)));
        Completion completion = engine(server).generate(request(), sink);
        assertThat(completion.total()).isGreaterThan(Duration.ofMillis(1500));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422, 500})
    void generate_otherErrors_failWithoutTheirMessage(int status) {
        ModelServer server = server(PLAIN).failAlways(ModelServerFault.status(status));
        try (LogLines log = new LogLines()) {
            EngineException failure = failure(engine(server));
            assertThat(failure.kind()).isEqualTo(Kind.FAILED);
            assertThat(failure).hasMessageContaining("status " + status).hasMessageContaining("some_code");
            assertThat(log.all()).doesNotContain(SECRET);
        }
        assertThat(server.generations()).hasSize(1);
    }

    @Test
    void generate_webPages_areNoReplies() {
        ModelServer server = server(PLAIN).failNext(ModelServerFault.html(502));
        OpenAiEngine engine = engine(server);
        assertThat(say(engine, request())).isNotEmpty();
        server.failAlways(ModelServerFault.html(200));
        assertThat(failure(engine)).hasMessageContaining("web page").hasMessageContaining("MODEL_URL");
    }

    @Test
    void generate_connectionThatBreaksOnTheWay_failsAndIsNotTriedAgain() {
        ModelServer server = server(VLLM).failNext(ModelServerFault.breakAfter(3));
        EngineException failure = failure(engine(server), request(), sink);
        assertThat(failure.kind()).isEqualTo(Kind.FAILED);
        assertThat(failure).hasMessageContaining("broke off after 3 tokens");
        assertThat(sink.pieces()).hasSize(3);
        assertThat(server.generations()).hasSize(1);
    }

    @Test
    void generate_streamWithoutFinishReason_fails() {
        for (ModelServer server : List.of(
                server(VLLM).quirks(ModelServerQuirk.NO_FINISH),
                server(PLAIN).quirks(ModelServerQuirk.NO_FINISH, ModelServerQuirk.NO_DONE))) {
            EngineException failure = failure(engine(server));
            assertThat(failure.kind()).isEqualTo(Kind.FAILED);
            assertThat(failure).hasMessageContaining("broke off");
        }
    }

    @Test
    void generate_streamWithNothingInIt_failsAndSaysWhatItMayBe() {
        ModelServer server = server(VLLM).saying("").quirks(ModelServerQuirk.NO_FINISH, ModelServerQuirk.NO_USAGE);
        EngineException failure = failure(engine(server));
        assertThat(failure.kind()).isEqualTo(Kind.FAILED);
        assertThat(failure).hasMessageContaining("MODEL_CONTEXT");
    }

    @Test
    void generate_errorOnTheWay_failsWithoutItsMessage() {
        for (ModelServer server : List.of(server(VLLM), server(SGLANG), server(PLAIN))) {
            server.failNext(ModelServerFault.errorAfter(2));
            EngineException failure = failure(engine(server));
            assertThat(failure.kind()).isEqualTo(Kind.FAILED);
            assertThat(failure).hasMessageContaining("reported an error").hasMessageContaining("after 2 tokens");
        }
    }

    @Test
    void generate_errorInPlaceOfAReply_fails() {
        ModelServer server = server(VLLM).failNext(ModelServerFault.errorAfter(0));
        assertThat(failure(engine(server)).kind()).isEqualTo(Kind.FAILED);
    }

    @Test
    void generate_noFirstToken_isUnavailable() {
        ModelServer server = server(VLLM)
                .failNext(ModelServerFault.stallAfter(0))
                .failNext(ModelServerFault.slowHeaders(Duration.ofMinutes(1)));
        OpenAiEngine engine = engine(server, it -> it.withTimeouts(SHORT));
        for (int i = 1; i <= 2; i++) {
            int closed = i;
            assertThat(failure(engine).kind()).isEqualTo(Kind.UNAVAILABLE);
            await().until(() -> server.closedEarly() == closed);
        }
    }

    @Test
    void generate_silenceOnTheWay_fails() {
        ModelServer server = server(VLLM).failNext(ModelServerFault.stallAfter(2));
        EngineException failure = failure(engine(server, it -> it.withTimeouts(SHORT)));
        assertThat(failure.kind()).isEqualTo(Kind.FAILED);
        assertThat(failure).hasMessageContaining("silent");
        await().until(() -> server.closedEarly() == 1);
    }

    @Test
    void generate_replyThatTakesTooLong_fails() {
        ModelServer server = server(VLLM).tokenDelay(Duration.ofMillis(100));
        Timeouts timeouts =
                new Timeouts(SHORT.connect(), Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(700));
        EngineException failure = failure(engine(server, it -> it.withTimeouts(timeouts)));
        assertThat(failure.kind()).isEqualTo(Kind.FAILED);
        await().until(() -> server.closedEarly() == 1);
    }

    @Test
    void generate_serverThatIsAway_isUnavailableAndWorksWhenItIsBack() {
        ModelServer server = server(VLLM);
        OpenAiEngine engine = engine(server);
        server.stop();
        assertThat(failure(engine).kind()).isEqualTo(Kind.UNAVAILABLE);
        server.start();
        assertThat(say(engine, request())).isNotEmpty();
    }

    @Test
    void generate_serverThatComesBackMeanwhile_replies() {
        ModelServer server = server(VLLM);
        server.stop();
        OpenAiEngine engine = engine(server);
        CompletableFuture<String> reply = CompletableFuture.supplyAsync(() -> say(engine, request()));
        await().during(Duration.ofMillis(300)).until(() -> !reply.isDone());
        server.start();
        assertThat(reply.orTimeout(20, TimeUnit.SECONDS).join()).isNotEmpty();
        await().until(engine::prefills);
    }

    @Test
    void generate_cancelledWhileItWaits_endsAtOnceAndTheServerStops() {
        ModelServer server = server(VLLM);
        OpenAiEngine engine = engine(server);
        for (ModelServerFault fault : List.of(
                ModelServerFault.slowHeaders(Duration.ofMinutes(5)),
                ModelServerFault.stallAfter(0),
                ModelServerFault.stallAfter(2))) {
            int before = server.closedEarly();
            server.failNext(fault);
            long asked = System.nanoTime();
            RecordingSink impatient = new RecordingSink(
                    pieces -> pieces == 2 || (fault.number() == 0 && System.nanoTime() - asked > 200_000_000));
            assertThat(engine.generate(request(), impatient).finish()).isEqualTo(Finish.CANCELLED);
            await().until(() -> server.closedEarly() == before + 1);
        }
        assertThat(server.streaming()).isZero();
    }

    @Test
    void generate_cancelledBetweenTries_ends() {
        ModelServer server = server(VLLM).failAlways(ModelServerFault.busy(Duration.ofSeconds(9)));
        OpenAiEngine engine = engine(server, it -> it.withPatience(Duration.ofMinutes(5)));
        RecordingSink leaves = new RecordingSink(pieces -> !server.generations().isEmpty());
        assertThat(engine.generate(request(), leaves).finish()).isEqualTo(Finish.CANCELLED);
    }

    @Test
    void close_whileItWaits_endsIt() {
        ModelServer server = server(VLLM).failNext(ModelServerFault.stallAfter(1));
        OpenAiEngine engine = engine(server);
        CompletableFuture<Finish> running = CompletableFuture.supplyAsync(
                () -> engine.generate(request(), new RecordingSink()).finish());
        await().until(() -> server.streaming() == 1);
        engine.close();
        assertThat(running.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(Finish.CANCELLED);
        await().until(() -> server.closedEarly() == 1 && server.streaming() == 0);
    }

    @Test
    void generate_manyCancelled_leaveNoConnectionAndNoThread() {
        ModelServer server = server(VLLM).tokenDelay(Duration.ofMillis(5));
        OpenAiEngine engine = engine(server);
        for (int i = 0; i < 200; i++) {
            assertThat(engine.generate(request(), new RecordingSink(pieces -> pieces >= 2))
                            .finish())
                    .isEqualTo(Finish.CANCELLED);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> server.closedEarly() == 200 && server.streaming() == 0);
        await().atMost(Duration.ofSeconds(20)).until(() -> server.connections() <= 2);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet().stream()
                                .filter(it -> it.getName().startsWith("dramatis-openai")))
                        .hasSizeLessThanOrEqualTo(3));
    }

    @Test
    void generate_oneReplyAfterTheOther_useOneConnection() {
        ModelServer server = server(VLLM);
        OpenAiEngine engine = engine(server);
        for (int i = 0; i < 50; i++) {
            say(engine, request());
        }
        assertThat(server.connectionsEver()).isLessThanOrEqualTo(3);
    }

    @Test
    void generate_interrupted_isCancelled() {
        ModelServer server = server(VLLM);
        OpenAiEngine engine = engine(server);
        Thread.currentThread().interrupt();
        assertThat(engine.generate(request(), sink).finish()).isEqualTo(Finish.CANCELLED);
        assertThat(Thread.interrupted()).isTrue();
    }
}
