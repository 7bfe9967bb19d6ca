package dramatis.app;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dramatis doctor}: what is set, what is missing, and what to do. */
@Command(
        name = "doctor",
        description = "Says what is set, what is missing and what to do.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class DoctorCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    DoctorCommand(Surroundings surroundings) {
        this.surroundings = requireNonNull(surroundings, "surroundings");
    }

    @Override
    public Integer call() {
        var layers = options.layers(surroundings);
        for (Key key : Key.values()) {
            surroundings
                    .out()
                    .println(layers.given(key).map(Given::toString).orElse(key + " is not set: " + key.fallback()));
        }
        return 0;
    }
}
