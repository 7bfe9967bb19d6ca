package dramatis.app;

import static java.util.Objects.requireNonNull;

import dramatis.characters.CharacterFolder;
import dramatis.characters.CharacterImport;
import dramatis.characters.Imported;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dramatis characters import}: takes characters in. */
@Command(
        name = "import",
        description = "Takes the characters of a character file, a character card or a scene file into CHARACTERS_DIR.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CharactersImportCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    CharactersImportCommand(Surroundings surroundings) {
        this.surroundings = requireNonNull(surroundings, "surroundings");
    }

    @Parameters(
            paramLabel = "FILE",
            description = "A character file (.yaml), a card (.json, .png) or a scene file (.json).")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        var folder = Cast.folder(options.settings(surroundings));
        for (Imported imported : CharacterImport.read(file)) {
            var persona = imported.persona();
            var written = CharacterFolder.add(folder, imported);
            surroundings.out().println(persona.id() + ": " + persona.name() + ", in " + written.get(0));
            imported.notes().forEach(note -> surroundings.out().println("  " + note));
            written.stream()
                    .skip(1)
                    .forEach(card -> surroundings.out().println("  The card itself is kept in " + card));
        }
        return 0;
    }
}
