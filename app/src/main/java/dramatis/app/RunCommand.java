package dramatis.app;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dramatis run}: the bot on chat platforms. */
@Command(
        name = "run",
        description = "Starts the configured chat platforms.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class RunCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    RunCommand(Surroundings surroundings) {
        this.surroundings = requireNonNull(surroundings, "surroundings");
    }

    @Override
    public Integer call() {
        options.settings(surroundings);
        throw CommandFailure.failed(
                "There is no platform to run on: this version has no adapter for Discord or Telegram"
                        + " yet. Talk in this terminal with: dramatis chat");
    }
}
