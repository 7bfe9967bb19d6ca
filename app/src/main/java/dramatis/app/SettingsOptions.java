package dramatis.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** The options of every command that reads settings. */
final class SettingsOptions {
    private final Map<String, String> set = new LinkedHashMap<>();
    private OptionalLong seed = OptionalLong.empty();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Any setting, over the environment and .env; may be repeated.")
    void set(Map<String, String> settings) {
        set.putAll(settings);
    }

    @Option(
            names = "--model",
            paramLabel = "M",
            description =
                    "A checkpoint directory, a model of the hub (ORG/NAME), understudy, or a server's name for its model (MODEL).")
    void model(String model) {
        set.put(Key.MODEL.name(), model);
    }

    @Option(names = "--data", paramLabel = "DIR", description = "The folder of the database and the logs (DATA_DIR).")
    void data(String directory) {
        set.put(Key.DATA_DIR.name(), directory);
    }

    /** Adds a seed to the sampling, whatever else is set there. */
    void seed(long seed) {
        this.seed = OptionalLong.of(seed);
    }

    /** What was set where, unchecked. */
    Layers layers(Surroundings surroundings) {
        return Layers.read(set, surroundings.environment(), surroundings.directory());
    }

    /**
     * The settings; what is odd about them is said on standard error.
     *
     * @throws CommandFailure with all that is wrong
     */
    Settings settings(Surroundings surroundings) {
        var layers = layers(surroundings);
        layers.warnings().forEach(surroundings.err()::println);
        var settings = Settings.of(layers, surroundings.directory());
        return seed.isPresent() ? settings.withSeed(seed.getAsLong()) : settings;
    }
}
