package dramatis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dramatis.inference.Completion.Finish;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every engine keeps to. A reply to {@link #messages()} must have at least four tokens and six characters, and
 * fewer than {@link #replyTokens()} of them are asked for.
 */
public abstract class InferenceEngineContract {
    private InferenceEngine engine;

    /** A new engine; the contract closes it. */
    protected abstract InferenceEngine newEngine();

    /** A chat that the engine has an answer to. */
    protected List<ChatMessage> messages() {
        return List.of(ChatMessage.system("You are Wren."), ChatMessage.user("Bo: hi there, how are you?"));
    }

    /** How many tokens to ask for. */
    protected int replyTokens() {
        return 24;
    }

    @BeforeEach
    void open() {
        engine = newEngine();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void countTokens_addsUpToThePrompt() {
        ChatMessage more = ChatMessage.assistant("I am well, thank you for asking. And you?");
        List<ChatMessage> longer = new ArrayList<>(messages());
        longer.add(more);
        int shorter = generate(request(messages(), 1), new RecordingSink()).promptTokens();
        assertThat(generate(request(longer, 1), new RecordingSink()).promptTokens())
                .isEqualTo(shorter + engine.countTokens(more));
        int opening =
                shorter - messages().stream().mapToInt(engine::countTokens).sum();
        assertThat(opening).isPositive().isLessThan(20);
    }

    @Test
    void generate_tellsTheSinkOncePerToken_onTheCallersThread() {
        RecordingSink sink = new RecordingSink();
        Completion completion = generate(request(messages(), replyTokens()), sink);
        assertThat(completion.newTokens()).isPositive();
        assertThat(sink.pieces().size()).isBetween(completion.newTokens(), completion.newTokens() + 1);
        assertThat(sink.text()).isNotEmpty();
        assertThat(sink.strayed()).isFalse();
        assertThat(completion.firstToken()).isPositive().isLessThanOrEqualTo(completion.total());
    }

    @Test
    void generate_maxTokens_endsThere() {
        Completion completion = generate(request(messages(), 2), new RecordingSink());
        assertThat(completion.newTokens()).isEqualTo(2);
        assertThat(completion.finish()).isEqualTo(Finish.LENGTH);
    }

    @Test
    void generate_replyPrefix_isPartOfThePromptAndNotOfTheReply() {
        assumeTrue(engine.prefills(), "it has no prefill");
        GenerationRequest plain = request(messages(), 1);
        GenerationRequest prefilled = new GenerationRequest(
                plain.messages(), "<system_thinking>", plain.sampling(), plain.stops(), plain.conversationKey());
        RecordingSink sink = new RecordingSink();
        assertThat(generate(prefilled, sink).promptTokens())
                .isGreaterThan(generate(plain, new RecordingSink()).promptTokens());
        assertThat(sink.text()).doesNotContain("<system_thinking>");
    }

    @Test
    void generate_stop_endsBeforeIt() {
        RecordingSink whole = new RecordingSink();
        generate(request(messages(), replyTokens()), whole);
        String text = whole.text();
        for (int length = 1; length <= 3; length++) {
            String stop = text.substring(text.length() / 2, text.length() / 2 + length);
            RecordingSink sink = new RecordingSink();
            Completion completion = generate(request(messages(), replyTokens(), "never seen", stop), sink);
            assertThat(completion.finish()).isEqualTo(Finish.STOP);
            assertThat(sink.text()).isEqualTo(text.substring(0, text.indexOf(stop)));
        }
    }

    @Test
    void generate_sameSeed_givesTheSameReply() {
        Sampling seeded = new Sampling(1, 1, 0, 0, 1, 0, replyTokens(), OptionalLong.of(11));
        RecordingSink first = new RecordingSink();
        RecordingSink second = new RecordingSink();
        generate(new GenerationRequest(messages(), "", seeded, List.of(), "one"), first);
        generate(new GenerationRequest(messages(), "", seeded, List.of(), "two"), second);
        assertThat(second.text()).isEqualTo(first.text());
    }

    @Test
    void generate_cancelledAtOnce_saysNothing() {
        RecordingSink sink = new RecordingSink(pieces -> true);
        Completion completion = generate(request(messages(), replyTokens()), sink);
        assertThat(completion.finish()).isEqualTo(Finish.CANCELLED);
        assertThat(completion.newTokens()).isZero();
        assertThat(sink.text()).isEmpty();
    }

    @Test
    void generate_cancelledOnTheWay_endsWithinAStep() {
        RecordingSink sink = new RecordingSink(pieces -> pieces >= 2);
        Completion completion = generate(request(messages(), replyTokens()), sink);
        assertThat(completion.finish()).isEqualTo(Finish.CANCELLED);
        assertThat(sink.pieces()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void generate_sinkThatFails_passesItOnAndStaysUsable() {
        IllegalStateException full = new IllegalStateException("full");
        TokenSink failing = new TokenSink() {
            @Override
            public void onText(String text) {
                throw full;
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        assertThatThrownBy(() -> generate(request(messages(), replyTokens()), failing))
                .isSameAs(full);
        assertThat(generate(request(messages(), 2), new RecordingSink()).newTokens())
                .isEqualTo(2);
    }

    @Test
    void generate_promptLongerThanTheContext_isTooLong() {
        ChatMessage message = ChatMessage.user("one two three four ".repeat(engine.contextTokens()));
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> generate(request(List.of(message), 1), new RecordingSink()))
                .matches(e -> e.kind() == EngineException.Kind.TOO_LONG);
        assertThat(generate(request(messages(), 2), new RecordingSink()).newTokens())
                .isEqualTo(2);
    }

    @Test
    void generate_severalThreads_allGetTheirs() {
        RecordingSink alone = new RecordingSink();
        generate(request(messages(), replyTokens()), alone);
        List<CompletableFuture<String>> replies = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String key = "key " + i;
            replies.add(CompletableFuture.supplyAsync(() -> {
                RecordingSink sink = new RecordingSink();
                Sampling greedy = request(messages(), replyTokens()).sampling();
                generate(new GenerationRequest(messages(), "", greedy, List.of(), key), sink);
                return sink.text();
            }));
        }
        for (CompletableFuture<String> reply : replies) {
            assertThat(reply.orTimeout(60, TimeUnit.SECONDS).join()).isEqualTo(alone.text());
        }
    }

    @Test
    void close_cancelsWhatRuns_andLaterCallsFail() {
        AtomicBoolean begun = new AtomicBoolean();
        AtomicBoolean goOn = new AtomicBoolean();
        TokenSink waiting = new TokenSink() {
            @Override
            public void onText(String text) {
                begun.set(true);
                Awaitility.await().untilTrue(goOn);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        CompletableFuture<Finish> running = CompletableFuture.supplyAsync(
                () -> generate(request(messages(), replyTokens()), waiting).finish());
        Awaitility.await().untilTrue(begun);
        CompletableFuture<Void> closing = CompletableFuture.runAsync(engine::close);
        goOn.set(true);
        assertThat(running.orTimeout(60, TimeUnit.SECONDS).join()).isIn(Finish.CANCELLED, Finish.LENGTH, Finish.STOP);
        closing.orTimeout(60, TimeUnit.SECONDS).join();
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> generate(request(messages(), 1), new RecordingSink()))
                .matches(e -> e.kind() == EngineException.Kind.CLOSED);
    }

    private Completion generate(GenerationRequest request, TokenSink sink) {
        return engine.generate(request, sink);
    }

    private static GenerationRequest request(List<ChatMessage> messages, int maxTokens, String... stops) {
        Sampling greedy = new Sampling(0, 1, 0, 0, 1, 0, maxTokens, OptionalLong.of(1));
        return new GenerationRequest(messages, "", greedy, List.of(stops), "contract");
    }
}
