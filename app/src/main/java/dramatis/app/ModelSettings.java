package dramatis.app;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;

/**
 * Which model plays, and on what.
 *
 * @param source where it comes from
 * @param contextTokens the longest prompt and reply together; empty for the model's own limit
 * @param concurrency turns played at once
 * @param device where a checkpoint is computed
 * @param threads threads that compute one
 */
record ModelSettings(ModelSource source, OptionalInt contextTokens, int concurrency, Device device, int threads) {
    /** Where a model is computed. */
    enum Device {
        AUTO,
        CPU,
        GPU
    }

    private static final int ONE_DEVICE = 1;
    private static final int ONE_SERVER = 8;

    ModelSettings {
        requireNonNull(source, "source");
        requireNonNull(contextTokens, "contextTokens");
        requireNonNull(device, "device");
    }

    static ModelSettings of(Values values, Layers layers) {
        var source = ModelSource.of(values, layers);
        return new ModelSettings(
                source,
                values.optionalNumber(Key.MODEL_CONTEXT, 256, 10_000_000),
                values.optionalNumber(Key.MODEL_CONCURRENCY, 1, 256)
                        .orElse(source instanceof ModelSource.Servers ? ONE_SERVER : ONE_DEVICE),
                values.oneOf(Key.MODEL_DEVICE, Device.class),
                values.optionalNumber(Key.MODEL_THREADS, 1, 1024)
                        .orElseGet(() -> Runtime.getRuntime().availableProcessors()));
    }
}
