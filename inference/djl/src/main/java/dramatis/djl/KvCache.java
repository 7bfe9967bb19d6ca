package dramatis.djl;

import ai.djl.pytorch.jni.IValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** The keys and values of a sequence's tokens, and which tokens those are. One owner at a time. */
final class KvCache implements AutoCloseable {
    private final long bytesPerToken;
    private Optional<IValue> tensors = Optional.empty();
    private int[] ids = new int[0];
    private int used;
    private int capacity;

    /** A cache without room. */
    KvCache(long bytesPerToken) {
        this.bytesPerToken = bytesPerToken;
    }

    /** The script's list of tensors, made at its first use; from then on this cache's to close. */
    IValue tensors(Supplier<IValue> maker) {
        if (tensors.isEmpty()) {
            tensors = Optional.of(maker.get());
        }
        return tensors.get();
    }

    int used() {
        return used;
    }

    int capacity() {
        return capacity;
    }

    long bytes() {
        return capacity * bytesPerToken;
    }

    void grown(int newCapacity) {
        capacity = newCapacity;
    }

    /** Notes tokens whose keys and values are there now. */
    void append(int[] tokens) {
        if (used + tokens.length > ids.length) {
            ids = Arrays.copyOf(ids, Math.max(2 * ids.length, used + tokens.length));
        }
        System.arraycopy(tokens, 0, ids, used, tokens.length);
        used += tokens.length;
    }

    /** How many tokens at the beginning are the same. */
    int commonPrefix(int[] prompt) {
        int mismatch = Arrays.mismatch(ids, 0, used, prompt, 0, prompt.length);
        return mismatch < 0 ? used : mismatch;
    }

    /** Forgets all but the first tokens. */
    void truncate(int length) {
        used = Math.min(used, length);
    }

    @Override
    public void close() {
        tensors.ifPresent(IValue::close);
    }
}
