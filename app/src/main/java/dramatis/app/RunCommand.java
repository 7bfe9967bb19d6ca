package dramatis.app;

import static java.util.Objects.requireNonNull;

import dramatis.persistence.Database;
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
    public Integer call() throws InterruptedException {
        var settings = options.settings(surroundings);
        if (settings.discord().isEmpty() && settings.telegram().isEmpty()) {
            throw CommandFailure.failed(
                    "There is no platform to run on: set DISCORD_TOKEN or TELEGRAM_TOKEN (docs/discord.md and docs/telegram.md"
                            + " say where to get one). Talk in this terminal with: dramatis chat");
        }
        var catalog = Cast.of(settings);
        catalog.problems().forEach(surroundings.err()::println);
        Logs.begin();
        // closed last: it lets the process go
        try (var ending = Ending.ofThisProcess();
                var watch = Watch.open(settings.metrics(), settings.data());
                var database = Database.open(
                        settings.data().directory(), settings.data().key());
                var upkeep = new Upkeep(database, settings.data())) {
            Logs.openBeside(settings.data().logs(), settings.log());
            try (var engine = new Loading(surroundings).load(settings.model())) {
                upkeep.start();
                new Run(settings, surroundings, watch, ending).hold(database, engine, catalog);
            }
        }
        return 0;
    }
}
