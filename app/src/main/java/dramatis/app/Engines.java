package dramatis.app;

import dramatis.djl.DevicePreference;
import dramatis.djl.DjlEngine;
import dramatis.djl.EngineOptions;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Loads the model that these settings ask for. */
final class Engines {
    /** It was trained on talks up to about this length and strays beyond, whatever its shape allows. */
    private static final int UNDERSTUDY_CONTEXT = 1800;

    private Engines() {}

    /** Blocks for as long as the weights take to be read. */
    static DjlEngine load(ModelSettings settings) {
        var options = EngineOptions.of(directory(settings))
                .withDevice(DevicePreference.valueOf(settings.device().name()))
                .withThreads(settings.threads());
        var limit = contextLimit(settings);
        return DjlEngine.load(limit.isPresent() ? options.withContextLimit(limit.getAsInt()) : options);
    }

    private static OptionalInt contextLimit(ModelSettings settings) {
        return settings.contextTokens().isPresent() || settings.checkpoint().isPresent()
                ? settings.contextTokens()
                : OptionalInt.of(UNDERSTUDY_CONTEXT);
    }

    /** Where the checkpoint is. */
    static Path directory(ModelSettings settings) {
        return settings.checkpoint()
                .or(ProgramHome::understudy)
                .orElseThrow(() -> CommandFailure.failed(
                        "The understudy is not in its place, models/understudy beside the program: bring it back, or set MODEL"
                                + " to another checkpoint's directory."));
    }
}
