package dramatis.djl;

import ai.djl.Device;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import dramatis.djl.WeightPlan.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A model on a device. Device thread only, but for its numbers. */
final class Decoder implements AutoCloseable {
    /** The most tokens that are read in one step: a cancellation is seen between two. */
    static final int CHUNK = 256;
    /** By how many tokens a cache grows. */
    private static final int BLOCK = 256;

    private final ModelConfig config;
    private final TorchModule module;
    private final IValue weights;
    private final int bytesPerNumber;
    private final int limit;

    /**
     * Loads a model.
     *
     * @param limit the longest sequence, in tokens
     */
    Decoder(ModelConfig config, List<Weight> plan, Device device, int limit) {
        this.config = config;
        this.limit = limit;
        module = new TorchModule(device, DecoderScript.CLASS, DecoderScript.of(config));
        List<PtNDArray> all = new ArrayList<>();
        float[] angles = config.rope().frequencies(config.headSize());
        all.add((PtNDArray) module.manager().create(angles, new Shape(angles.length)));
        all.addAll(WeightLoader.load(module, device, plan));
        weights = IValue.listFrom(all.toArray(PtNDArray[]::new));
        bytesPerNumber = device.isGpu() && WeightLoader.isHalf(plan) ? 2 : 4;
    }

    ModelConfig config() {
        return config;
    }

    /** The cost of a token in a cache. */
    long bytesPerToken() {
        return 2L * config.layers() * config.keyWidth() * bytesPerNumber;
    }

    /** Reads at most {@link #CHUNK} tokens after those in the cache. */
    void prefill(KvCache cache, int[] ids) {
        IValue room = reserve(cache, ids.length);
        try (PtNDManager step = module.step()) {
            module.run("prefill", input(step, ids), cache.used(), weights, room);
            cache.append(ids);
        }
    }

    /**
     * Reads at most {@link #CHUNK} tokens after those in the cache, and tells what may follow.
     *
     * @param logits takes the vocabulary's logits
     */
    void prefill(KvCache cache, int[] ids, float[] logits) {
        IValue room = reserve(cache, ids.length);
        try (PtNDManager step = module.step()) {
            PtNDArray result = module.tensor(step, "logits", input(step, ids), cache.used(), weights, room);
            result.toByteBuffer(true).asFloatBuffer().get(logits);
            cache.append(ids);
        }
    }

    private static PtNDArray input(PtNDManager step, int[] ids) {
        return (PtNDArray) step.create(Arrays.stream(ids).asLongStream().toArray());
    }

    /** The cache's tensors, with room for so many more tokens. */
    private IValue reserve(KvCache cache, int more) {
        IValue tensors = cache.tensors(() -> module.call("cache", weights));
        int tokens = cache.used() + more;
        if (tokens > cache.capacity()) {
            int capacity = Math.min(limit, (tokens + BLOCK - 1) / BLOCK * BLOCK);
            module.run("grow", tensors, cache.used(), capacity);
            cache.grown(capacity);
        }
        return tensors;
    }

    @Override
    public void close() {
        weights.close();
        module.close();
    }
}
