package dramatis.app;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Which model plays, and on what.
 *
 * @param checkpoint its directory; empty for the understudy
 * @param contextTokens the longest prompt and reply together; empty for the checkpoint's own limit
 * @param concurrency turns played at once
 * @param device where it is computed
 * @param threads threads that compute
 */
record ModelSettings(
        Optional<Path> checkpoint, OptionalInt contextTokens, int concurrency, Device device, int threads) {
    /** Where a model is computed. */
    enum Device {
        AUTO,
        CPU,
        GPU
    }

    private static final Pattern HUB_ID = Pattern.compile("[A-Za-z0-9][\\w.-]*/[A-Za-z0-9][\\w.-]*");

    ModelSettings {
        requireNonNull(checkpoint, "checkpoint");
        requireNonNull(contextTokens, "contextTokens");
        requireNonNull(device, "device");
    }

    static ModelSettings of(Values values, Layers layers) {
        return new ModelSettings(
                checkpoint(values, layers),
                values.optionalNumber(Key.MODEL_CONTEXT, 256, 10_000_000),
                values.number(Key.MODEL_CONCURRENCY, 1, 256),
                values.oneOf(Key.MODEL_DEVICE, Device.class),
                values.optionalNumber(Key.MODEL_THREADS, 1, 1024)
                        .orElseGet(() -> Runtime.getRuntime().availableProcessors()));
    }

    private static Optional<Path> checkpoint(Values values, Layers layers) {
        var given = layers.given(Key.MODEL);
        var directory =
                given.flatMap(setting -> values.parsedPath(setting.value())).filter(Files::isDirectory);
        given.filter(setting -> directory.isEmpty() && !setting.value().equals(Key.MODEL.fallback()))
                .ifPresent(setting -> values.refuse(setting, allowed(setting.value())));
        return directory;
    }

    private static String allowed(String value) {
        return "an existing checkpoint directory, or understudy"
                + (HUB_ID.matcher(value).matches()
                        ? "; this version does not fetch models from the hub: download that one and name its directory"
                        : "");
    }
}
