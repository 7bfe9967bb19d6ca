package dramatis.app;

import static java.util.Objects.requireNonNull;

import dramatis.characters.CharacterWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dramatis characters show}: one of them, as its file. */
@Command(
        name = "show",
        description = "Prints a character as a character file.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CharactersShowCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    CharactersShowCommand(Surroundings surroundings) {
        this.surroundings = requireNonNull(surroundings, "surroundings");
    }

    @Parameters(paramLabel = "ID", description = "An id, a name, or the beginning of one.")
    private String words = "";

    @Override
    public Integer call() {
        var catalog = Cast.of(options.settings(surroundings));
        surroundings.out().print(CharacterWriter.write(Cast.find(catalog, words)));
        return 0;
    }
}
