package dramatis.djl;

import java.nio.file.Path;

/** The checkpoints that tests play. */
final class Checkpoints {
    static final Path UNDERSTUDY = Path.of("../../models/understudy");

    private Checkpoints() {}

    /** Options for a test: one thread, since two of them on a busy machine wait for each other at every operation. */
    static EngineOptions options(Path checkpoint) {
        return EngineOptions.of(checkpoint).withDevice(DevicePreference.CPU).withThreads(1);
    }

    /** A tiny checkpoint with random weights, by its folder's name. */
    static Path tiny(String name) {
        return Path.of("src/test/resources/checkpoints", name);
    }
}
