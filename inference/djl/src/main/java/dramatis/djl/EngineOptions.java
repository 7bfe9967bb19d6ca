package dramatis.djl;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What to load and how much it may use.
 *
 * @param directory the checkpoint: a Hugging Face model directory as it is
 * @param device where it is played
 * @param threads that compute on a CPU; more than there are free cores slow everything down
 * @param contextLimit the longest prompt and reply together, in tokens; empty is the model's own limit
 * @param kvBytes at most so many bytes of keys and values are kept for conversations that wait for their next turn
 * @param nativeCache where native libraries are unpacked at first use; empty is {@code ~/.djl.ai}, or the temporary
 *     directory where home cannot be written. The first engine of a process decides; DJL_CACHE_DIR in the environment
 *     comes before it
 */
public record EngineOptions(
        Path directory,
        DevicePreference device,
        int threads,
        OptionalInt contextLimit,
        long kvBytes,
        Optional<Path> nativeCache) {

    public static final long DEFAULT_KV_BYTES = 1L << 30;

    public EngineOptions {
        requireNonNull(directory, "directory");
        requireNonNull(device, "device");
        requireNonNull(contextLimit, "contextLimit");
        requireNonNull(nativeCache, "nativeCache");
        require(threads >= 1, "threads", "1 or more");
        require(contextLimit.orElse(2) >= 2, "contextLimit", "2 or more");
        require(kvBytes >= 0, "kvBytes", "0 or more");
    }

    /** The defaults: any device, a thread a core, the model's own context, 1 GiB of kept keys and values. */
    public static EngineOptions of(Path directory) {
        return new EngineOptions(
                directory,
                DevicePreference.AUTO,
                Runtime.getRuntime().availableProcessors(),
                OptionalInt.empty(),
                DEFAULT_KV_BYTES,
                Optional.empty());
    }

    public EngineOptions withDevice(DevicePreference newDevice) {
        return new EngineOptions(directory, newDevice, threads, contextLimit, kvBytes, nativeCache);
    }

    public EngineOptions withThreads(int count) {
        return new EngineOptions(directory, device, count, contextLimit, kvBytes, nativeCache);
    }

    public EngineOptions withContextLimit(int tokens) {
        return new EngineOptions(directory, device, threads, OptionalInt.of(tokens), kvBytes, nativeCache);
    }

    public EngineOptions withKvBytes(long bytes) {
        return new EngineOptions(directory, device, threads, contextLimit, bytes, nativeCache);
    }

    public EngineOptions withNativeCache(Path cache) {
        return new EngineOptions(directory, device, threads, contextLimit, kvBytes, Optional.of(cache));
    }

    private static void require(boolean holds, String name, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(name + " must be " + allowed);
        }
    }
}
