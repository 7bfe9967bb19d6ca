package dramatis.app;

import static java.util.Objects.requireNonNull;

import dramatis.persistence.Backup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    RestoreCommand(Surroundings surroundings) {
        this.surroundings = requireNonNull(surroundings, "surroundings");
    }

    @Override
    public Integer call() {
        var folder = options.settings(surroundings).data().directory();
        Backup.restore(file, folder);
        surroundings.out().println("Restored into " + folder);
        return 0;
    }
}
