package dramatis.app;

import static java.util.Objects.requireNonNull;

import dramatis.persistence.Backup;
import dramatis.persistence.DataKey;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dramatis restore}: a backup, back in its place. */
@Command(
        name = "restore",
        description = "Brings a backup back into a data folder that is empty or not there yet.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class RestoreCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Parameters(paramLabel = "FILE", description = "A file that dramatis backup wrote. What is in it is run as SQL.")
    private Path file = Path.of("");

    @Option(
            names = "--backup-key-in",
            paramLabel = "VARIABLE",
            description =
                    "The environment variable that holds the backup's key, where that is not DATA_KEY: to encrypt a "
                            + "database, change its key, or have it without one.")
    private Optional<String> variable = Optional.empty();

    RestoreCommand(Surroundings surroundings) {
        this.surroundings = requireNonNull(surroundings, "surroundings");
    }

    @Override
    public Integer call() {
        var data = options.settings(surroundings).data();
        Backup.restore(file, backupKey().or(data::key), data.directory(), data.key());
        surroundings.out().println("Restored into " + data.directory());
        return 0;
    }

    private Optional<DataKey> backupKey() {
        return variable.map(
                name -> Optional.ofNullable(surroundings.environment().get(name))
                        .flatMap(DataSettings::key)
                        .orElseThrow(() -> CommandFailure.usage("There is no key in the environment variable " + name
                                + ": put the backup's key into it, 16 characters or more.")));
    }
}
