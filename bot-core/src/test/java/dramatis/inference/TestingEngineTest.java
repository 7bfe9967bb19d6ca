package dramatis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dramatis.inference.Completion.Finish;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class TestingEngineTest extends InferenceEngineContract {
    @Override
    protected InferenceEngine newEngine() {
        return TestingEngine.saying("Well enough, Bo, and all the better for seeing you here.");
    }

    @Test
    void sayingInTurn_repeatsTheLast() {
        TestingEngine engine = TestingEngine.sayingInTurn("one", "two");
        assertThat(reply(engine) + reply(engine) + reply(engine)).isEqualTo("onetwotwo");
        assertThat(engine.requests()).hasSize(3);
    }

    @Test
    void failNext_failsOnce() {
        IllegalStateException failure = new IllegalStateException("no");
        TestingEngine engine = TestingEngine.saying("yes").failNext(failure);
        assertThatThrownBy(() -> reply(engine)).isSameAs(failure);
        assertThat(reply(engine)).isEqualTo("yes");
    }

    @Test
    void blockAfter_waitsUntilReleased() {
        TestingEngine engine = TestingEngine.saying("one two three").blockAfter(1);
        RecordingSink sink = new RecordingSink();
        CompletableFuture<Finish> running = CompletableFuture.supplyAsync(
                () -> engine.generate(request(), sink).finish());
        Awaitility.await().until(() -> engine.running() == 1 && !running.isDone());
        engine.release();
        assertThat(running.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(Finish.STOP);
        assertThat(sink.pieces()).containsExactly("one ", "two ", "three");
    }

    @Test
    void generate_sameKeyAgain_countsWhatItHadSeen() {
        TestingEngine engine = TestingEngine.saying("yes");
        engine.generate(request(), new RecordingSink());
        Completion again = engine.generate(request(), new RecordingSink());
        assertThat(again.cachedTokens()).isEqualTo(engine.countTokens(ChatMessage.user("hi")));
    }

    private static String reply(TestingEngine engine) {
        RecordingSink sink = new RecordingSink();
        engine.generate(request(), sink);
        return sink.text();
    }

    private static GenerationRequest request() {
        return new GenerationRequest(List.of(ChatMessage.user("hi")), "", Sampling.DEFAULT, List.of(), "key");
    }
}
