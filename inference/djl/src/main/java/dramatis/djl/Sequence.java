package dramatis.djl;

import dramatis.inference.EngineException;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** A sequence that is read by the model on the device thread, step by step, for one caller. */
final class Sequence implements AutoCloseable {
    private final DeviceThread device;
    private final Decoder decoder;
    private final BooleanSupplier unwanted;
    private final KvCache cache;
    private final PrefixCache home;
    private final String key;
    private final float[] logits;
    private boolean sound = true;

    /**
     * A sequence that goes on from a cache.
     *
     * @param home where the cache goes, under the key, when this is closed
     */
    Sequence(
            DeviceThread device,
            Decoder decoder,
            KvCache cache,
            PrefixCache home,
            String key,
            BooleanSupplier unwanted) {
        this.device = device;
        this.decoder = decoder;
        this.cache = cache;
        this.home = home;
        this.key = key;
        this.unwanted = unwanted;
        logits = new float[decoder.config().vocabulary()];
    }

    /**
     * Makes the sequence begin as the prompt does, keeping what it has of it; at least the last token stays to be read.
     *
     * @return how many tokens were kept; the rest is still to be read
     */
    int begin(int[] prompt) {
        int kept = Math.min(cache.commonPrefix(prompt), prompt.length - 1);
        cache.truncate(kept);
        return kept;
    }

    /** Reads tokens, chunk by chunk; false where nobody wants the rest any more. */
    boolean read(int... ids) {
        for (int from = 0; from < ids.length; from += Decoder.CHUNK) {
            int to = Math.min(ids.length, from + Decoder.CHUNK);
            int[] chunk = Arrays.copyOfRange(ids, from, to);
            if (!step(
                    to < ids.length
                            ? () -> decoder.prefill(cache, chunk)
                            : () -> decoder.prefill(cache, chunk, logits))) {
                return false;
            }
        }
        return true;
    }

    private boolean step(Runnable work) {
        try {
            return device.run(work, unwanted);
        } catch (EngineException e) {
            sound = false;
            throw e;
        }
    }

    /** What may follow the last token that was read; written over by the next reading. */
    float[] logits() {
        return logits;
    }

    /** Keeps the cache for the next turn, unless a step failed on the way: then nobody knows what it holds. */
    @Override
    public void close() {
        if (sound) {
            home.put(key, cache);
        } else {
            cache.close();
        }
    }
}
