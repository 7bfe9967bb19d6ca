package dramatis.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dramatis.inference.Sampling;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplerTest {
    private static final int[] NOTHING = {};
    private static final int ROUNDS = 20_000;

    @Test
    void next_temperatureZero_takesTheBest() {
        assertThat(sampler(0, 1, 0, 0, 1, 0).next(new float[] {1, 3, 2})).isEqualTo(1);
    }

    @Test
    void next_sameSeed_drawsTheSame() {
        Sampler one = sampler(1.5, 1, 0, 0, 1, 0);
        Sampler two = sampler(1.5, 1, 0, 0, 1, 0);
        for (int i = 0; i < 100; i++) {
            assertThat(one.next(new float[] {1, 2, 3, 4})).isEqualTo(two.next(new float[] {1, 2, 3, 4}));
        }
    }

    @Test
    void next_temperature_drawsByTheSoftmax() {
        double[] drawn = shares(sampler(0.5, 1, 0, 0, 1, 0), 0, 0.5f, 1);
        double sum = 1 + Math.E + Math.E * Math.E;
        assertThat(drawn[0]).isCloseTo(1 / sum, within(0.01));
        assertThat(drawn[1]).isCloseTo(Math.E / sum, within(0.015));
        assertThat(drawn[2]).isCloseTo(Math.E * Math.E / sum, within(0.015));
    }

    @Test
    void next_topK_drawsOfTheBestOnly() {
        double[] drawn = shares(sampler(1, 1, 2, 0, 1, 0), 1, 1, 0.9f, 1);
        assertThat(drawn[2]).isZero();
        assertThat(drawn[3]).isZero();
        assertThat(drawn[0]).isCloseTo(0.5, within(0.015));
    }

    @Test
    void next_topP_keepsTheFewestThatReachIt() {
        float[] logits = {(float) Math.log(0.5), (float) Math.log(0.3), (float) Math.log(0.15), (float) Math.log(0.05)};
        double[] drawn = shares(sampler(1, 0.79, 0, 0, 1, 0), logits);
        assertThat(drawn[0]).isCloseTo(0.625, within(0.015));
        assertThat(drawn[1]).isCloseTo(0.375, within(0.015));
        assertThat(shares(sampler(1, 0.81, 0, 0, 1, 0), logits)[2]).isPositive();
        assertThat(shares(sampler(1, 0.01, 0, 0, 1, 0), logits)[1]).isZero();
    }

    @Test
    void next_minP_dropsWhatIsLessLikelyThanAShareOfTheBest() {
        float[] logits = {(float) Math.log(0.6), (float) Math.log(0.31), (float) Math.log(0.09)};
        double[] drawn = shares(sampler(1, 1, 0, 0.2, 1, 0), logits);
        assertThat(drawn[1]).isPositive();
        assertThat(drawn[2]).isZero();
    }

    @Test
    void next_repetitionPenalty_countsPromptAndReplyOnce() {
        Sampling sampling = new Sampling(0, 1, 0, 0, 2, 0, 10, OptionalLong.of(1));
        Sampler sampler = new Sampler(sampling, new int[] {0, 0, 3});
        float[] logits = {4, 1.9f, -1, -1.5f};
        assertThat(sampler.next(logits)).isZero();
        assertThat(logits).containsExactly(2, 1.9f, -1, -3);
        assertThat(sampler.next(new float[] {3.7f, 1.9f, 0, 0})).isEqualTo(1);
        assertThat(sampler.next(new float[] {0, 1.9f, 1, 0})).isEqualTo(2);
    }

    @Test
    void next_noRepeatNgram_neverSaysOneTwice() {
        Sampler sampler = sampler(0, 1, 0, 0, 1, 3);
        int[] said = IntStream.range(0, 60).map(i -> sampler.next(falling(100))).toArray();
        long ngrams = IntStream.range(0, said.length - 2)
                .mapToObj(i -> Arrays.toString(Arrays.copyOfRange(said, i, i + 3)))
                .distinct()
                .count();
        assertThat(ngrams).isEqualTo(said.length - 2);
        assertThat(Arrays.copyOf(said, 4)).containsExactly(0, 0, 0, 1);
    }

    @Test
    void next_manyCandidates_areAllWithinReach() {
        Sampler sampler = sampler(1, 1, 0, 0, 1, 0);
        boolean[] seen = new boolean[1000];
        for (int i = 0; i < ROUNDS; i++) {
            seen[sampler.next(new float[1000])] = true;
        }
        assertThat(seen).doesNotContain(false);
    }

    private static float[] falling(int size) {
        float[] logits = new float[size];
        for (int i = 0; i < size; i++) {
            logits[i] = -i;
        }
        return logits;
    }

    private static double[] shares(Sampler sampler, float... logits) {
        double[] shares = new double[logits.length];
        for (int i = 0; i < ROUNDS; i++) {
            shares[sampler.next(logits.clone())] += 1.0 / ROUNDS;
        }
        return shares;
    }

    private static Sampler sampler(double temperature, double topP, int topK, double minP, double penalty, int ngram) {
        return new Sampler(
                new Sampling(temperature, topP, topK, minP, penalty, ngram, 100, OptionalLong.of(5)), NOTHING);
    }
}
