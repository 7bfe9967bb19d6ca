package dramatis.djl;

import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;

/** Measures an engine that nobody else uses meanwhile. */
public final class EngineBench {
    private static final int PROMPT = 512;
    private static final int TURN = 24;
    private static final int REPLY = 64;
    private static final int ROUNDS = 3;
    private static final String WORDS = " She lifts the lantern and looks out over the water, where nothing moves.";

    private final DjlEngine engine;
    private final int promptTokens;

    private EngineBench(DjlEngine engine) {
        this.engine = engine;
        promptTokens = Math.min(PROMPT, engine.contextTokens() / 4);
    }

    /** Reads and writes texts for some seconds. Blocks its caller. */
    public static BenchReport run(DjlEngine engine) {
        return new EngineBench(engine).measure();
    }

    private BenchReport measure() {
        int reply = Math.min(REPLY, engine.contextTokens() / 4);
        timed(text("Warm up.", TURN), 2);
        double[] cold = new double[ROUNDS];
        double[] warm = new double[ROUNDS];
        double[] decode = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            String prompt = text((round + 1) + ".", promptTokens);
            cold[round] = timed(prompt, 1);
            warm[round] = timed(text(prompt, promptTokens + TURN), 1);
            double again = timed(prompt, 1);
            decode[round] = (reply - 1) / (timed(prompt, reply) - again);
        }
        double first = median(cold);
        return new BenchReport(
                engine.name(),
                promptTokens,
                reply,
                median(decode),
                promptTokens / first,
                seconds(first),
                seconds(median(warm)));
    }

    /** A text of about so many tokens that begins with another. */
    private String text(String beginning, int tokens) {
        StringBuilder text = new StringBuilder(beginning);
        while (engine.tokens(text.toString()).size() < tokens) {
            text.append(WORDS);
        }
        return text.toString();
    }

    private double timed(String prompt, int tokens) {
        long start = System.nanoTime();
        engine.complete(new RawRequest(prompt, tokens, 0, OptionalLong.empty(), 0, true));
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static Duration seconds(double value) {
        return Duration.ofNanos((long) (value * 1e9));
    }
}
