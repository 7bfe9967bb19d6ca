package dramatis.app;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.Objects.requireNonNull;

import dramatis.characters.CardSpec;
import dramatis.characters.CharacterCard;
import dramatis.characters.CharacterExport;
import dramatis.characters.CharacterFolder;
import dramatis.persona.Persona;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dramatis characters export}: one of them, as a file for elsewhere. */
@Command(
        name = "export",
        description = {
            "Writes a character into a file: a character file (.yaml), or a character card (.json, or .png with a picture).",
            "A character that came from a card goes out with all that was in it."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CharactersExportCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Parameters(index = "0", paramLabel = "ID", description = "An id, a name, or the beginning of one.")
    private String words = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The file to write; its ending says what it will be.")
    private Path file = Path.of("");

    @Option(
            names = "--spec",
            paramLabel = "v2|v3",
            description = "Which version a .json is; that of the card it came from, or v2. A .png is both.")
    private Optional<CardSpec> spec = Optional.empty();

    @Option(names = "--force", description = "Overwrites the file where there is one.")
    private boolean force;

    CharactersExportCommand(Surroundings surroundings) {
        this.surroundings = requireNonNull(surroundings, "surroundings");
    }

    @Override
    public Integer call() {
        var settings = options.settings(surroundings);
        var persona = Cast.find(Cast.of(settings), words);
        var kept = CharacterFolder.card(Cast.folder(settings), persona.id());
        write(content(persona, kept));
        surroundings.out().println(persona.id() + ": " + persona.name() + ", in " + file);
        if (kept.isPresent() && ending().startsWith("y")) {
            surroundings.out().println("  What else was in its card is not in it; a .json or .png has all.");
        }
        return 0;
    }

    private byte[] content(Persona persona, Optional<CharacterCard> kept) {
        if (spec.isPresent() && !ending().equals("json")) {
            throw CommandFailure.usage("--spec is for .json files: a .png is both, and a .yaml neither.");
        }
        return switch (ending()) {
            case "yaml", "yml" -> CharacterExport.yaml(persona);
            case "json" ->
                CharacterExport.json(
                        persona,
                        kept,
                        spec.or(() -> kept.flatMap(CharacterCard::spec)).orElse(CardSpec.V2));
            case "png" -> picture(persona, kept);
            default -> throw CommandFailure.usage("The file's ending says what to write: .yaml, .json or .png.");
        };
    }

    /** Drawing asks for no screen, and there may be none. */
    private static byte[] picture(Persona persona, Optional<CharacterCard> kept) {
        System.setProperty("java.awt.headless", "true");
        return CharacterExport.png(persona, kept);
    }

    private void write(byte[] content) {
        var how = force ? new OpenOption[] {CREATE, TRUNCATE_EXISTING, WRITE} : new OpenOption[] {CREATE_NEW, WRITE};
        try {
            Files.write(file, content, how);
        } catch (FileAlreadyExistsException e) {
            throw CommandFailure.failed("There is a file " + file + " already; name another, or add --force.");
        } catch (IOException e) {
            throw CommandFailure.failed(
                    file + " cannot be written; check that its folder is there, and its permissions and space.");
        }
    }

    private String ending() {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
