package dramatis.djl;

import dramatis.inference.Sampling;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Chooses the tokens of one reply. The order is that of transformers: repetition penalty, repeated n-grams, temperature,
 * top-k, top-p, min-p. One thread at a time.
 */
final class Sampler {
    /** Tokens whose probability is below e^-25 of the best one's are never drawn: their sum is not worth a sort. */
    private static final double FLOOR = -25;

    private final Sampling sampling;
    private final SplittableRandom random;
    private final BitSet seen = new BitSet();
    private int[] reply = new int[64];
    private int length;
    private long[] order = new long[256];

    /**
     * A sampler for one reply.
     *
     * @param prompt whose tokens count for the repetition penalty
     */
    Sampler(Sampling sampling, int[] prompt) {
        this.sampling = sampling;
        random = new SplittableRandom(
                sampling.seed().orElseGet(() -> ThreadLocalRandom.current().nextLong()));
        for (int id : prompt) {
            seen.set(id);
        }
    }

    /** Chooses the next token, and writes over the logits. */
    int next(float[] logits) {
        penalize(logits);
        ban(logits);
        int id = sampling.temperature() == 0 ? best(logits) : draw(logits);
        note(id);
        return id;
    }

    private void penalize(float[] logits) {
        float penalty = (float) sampling.repetitionPenalty();
        if (penalty == 1) {
            return;
        }
        for (int id = seen.nextSetBit(0); id >= 0 && id < logits.length; id = seen.nextSetBit(id + 1)) {
            logits[id] = logits[id] < 0 ? logits[id] * penalty : logits[id] / penalty;
        }
    }

    /** Rules out what would make an n-gram of the reply appear in it again. */
    private void ban(float[] logits) {
        int size = sampling.noRepeatNgram();
        int context = size - 1;
        for (int end = context; size > 0 && end < length; end++) {
            if (Arrays.equals(reply, end - context, end, reply, length - context, length)) {
                logits[reply[end]] = Float.NEGATIVE_INFINITY;
            }
        }
    }

    private static int best(float[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i] > logits[best]) {
                best = i;
            }
        }
        return best;
    }

    private int draw(float[] logits) {
        float highest = logits[best(logits)];
        int count = 0;
        for (int i = 0; i < logits.length; i++) {
            double exponent = (logits[i] - highest) / sampling.temperature();
            if (exponent >= FLOOR) {
                add(count++, (float) Math.exp(exponent), i);
            }
        }
        Arrays.sort(order, 0, count);
        return pick(count, keep(count));
    }

    /** Weights above ids, negated: sorted, the most probable come first, and of equals the lowest id. */
    private void add(int at, float weight, int id) {
        if (at == order.length) {
            order = Arrays.copyOf(order, 2 * at);
        }
        order[at] = ((long) ~Float.floatToIntBits(weight) << Integer.SIZE) | id;
    }

    private float weight(int rank) {
        return Float.intBitsToFloat(~(int) (order[rank] >> Integer.SIZE));
    }

    /** How many of the most probable may be drawn. */
    private int keep(int count) {
        int kept = sampling.topK() > 0 ? Math.min(sampling.topK(), count) : count;
        double enough = sampling.topP() * sum(kept);
        double sum = 0;
        for (int rank = 0; rank < kept; rank++) {
            boolean likely = rank == 0 || weight(rank) >= sampling.minP() * weight(0);
            if (!likely || (sum >= enough && sampling.topP() < 1)) {
                return rank;
            }
            sum += weight(rank);
        }
        return kept;
    }

    private double sum(int count) {
        double sum = 0;
        for (int rank = 0; rank < count; rank++) {
            sum += weight(rank);
        }
        return sum;
    }

    private int pick(int count, int kept) {
        double point = random.nextDouble() * sum(kept);
        int rank = 0;
        while (rank < kept - 1 && point >= weight(rank)) {
            point -= weight(rank++);
        }
        return (int) order[Math.min(rank, count - 1)];
    }

    private void note(int id) {
        seen.set(id);
        if (length == reply.length) {
            reply = Arrays.copyOf(reply, 2 * length);
        }
        reply[length++] = id;
    }
}
