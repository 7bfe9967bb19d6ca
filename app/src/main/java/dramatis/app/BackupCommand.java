package dramatis.app;

import static java.util.Objects.requireNonNull;

import dramatis.persistence.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dramatis backup}: all that is stored, in one file. */
@Command(
        name = "backup",
        description =
                "Writes all that is stored into a new file, encrypted where DATA_KEY is set. Keep it outside the data folder.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class BackupCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Parameters(paramLabel = "FILE", description = "The file to write; it must not exist.")
    private Path file = Path.of("");

    BackupCommand(Surroundings surroundings) {
        this.surroundings = requireNonNull(surroundings, "surroundings");
    }

    @Override
    public Integer call() {
        var settings = options.settings(surroundings);
        var data = settings.data();
        var folder = data.directory();
        if (!Files.isDirectory(folder)) {
            throw CommandFailure.failed("There is no data folder " + folder + ": name another with --data.");
        }
        try (var database = Database.open(folder, data.key())) {
            database.backup(file);
        }
        surroundings.out().println("Written to " + file);
        var characters = Cast.folder(settings);
        if (Files.isDirectory(characters)) {
            surroundings.out().println("The characters in " + characters + " are not in it: keep that folder, too.");
        }
        return 0;
    }
}
