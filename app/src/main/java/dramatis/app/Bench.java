package dramatis.app;

import static java.util.Objects.requireNonNull;

import dramatis.djl.DjlEngine;
import dramatis.djl.RawCompletion;
import dramatis.djl.RawRequest;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Measures an engine: a text that nobody has read yet, what comes after it, and what is new behind a known text. */
final class Bench {
    private static final int NEW_TOKENS = 32;

    private final DjlEngine engine;
    private final int promptTokens;
    private final int decodeTokens;

    /**
     * The figures.
     *
     * @param prefill tokens a second while a prompt is read
     * @param decode tokens a second while a reply is written
     * @param cold until the first token of a reply to a prompt that is new
     * @param warm until the first token where all but {@link #NEW_TOKENS} tokens, or so, were read before
     */
    record Figures(int promptTokens, int reusedTokens, double prefill, double decode, Duration cold, Duration warm) {
        Figures {
            requireNonNull(cold, "cold");
            requireNonNull(warm, "warm");
        }
    }

    Bench(DjlEngine engine, int promptTokens, int decodeTokens) {
        this.engine = requireNonNull(engine, "engine");
        this.promptTokens = Math.min(promptTokens, engine.contextTokens() / 2);
        this.decodeTokens = Math.min(decodeTokens, engine.contextTokens() / 4);
    }

    Figures run() {
        timed(text("w", 16), 4); // the first run of anything pays for its set-up
        var known = text("k", promptTokens);
        var cold = timed(known, 1);
        var warm = timed(known + text("n", NEW_TOKENS), 1);
        var written = timed(text("d", 16), decodeTokens);
        return new Figures(
                cold.completion.promptTokens(),
                warm.completion.cachedTokens(),
                cold.completion.promptTokens() / seconds(cold.time),
                written.completion.ids().size() / seconds(written.time),
                cold.time,
                warm.time);
    }

    private record Timed(RawCompletion completion, Duration time) {}

    private Timed timed(String prompt, int maxTokens) {
        var start = System.nanoTime();
        var completion = engine.complete(new RawRequest(prompt, maxTokens, 0, OptionalLong.of(1), 0, true));
        return new Timed(completion, Duration.ofNanos(System.nanoTime() - start));
    }

    /** A text of about so many tokens, which begins like no other. */
    private static String text(String word, int tokens) {
        return IntStream.range(0, tokens / 2).mapToObj(i -> word + " ").collect(Collectors.joining());
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
