package dramatis.app;

import dramatis.characters.CharacterCatalog;
import dramatis.characters.Lookup;
import dramatis.persona.Persona;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The characters that these settings give. */
final class Cast {
    private Cast() {}

    /** The bundled cast and those of the folder. */
    static CharacterCatalog of(Settings settings) {
        var folder = folder(settings);
        var asked = settings.characters().directory().isPresent();
        return asked || Files.isDirectory(folder) ? CharacterCatalog.with(folder) : CharacterCatalog.bundled();
    }

    /** Where character files are read from and imported to: CHARACTERS_DIR, or a folder among the data. */
    static Path folder(Settings settings) {
        return settings.characters()
                .directory()
                .orElse(settings.data().directory().resolve("characters"));
    }

    /**
     * The character that somebody means.
     *
     * @throws CommandFailure when it is not sure who is meant
     */
    static Persona find(CharacterCatalog catalog, String words) {
        return found(catalog.closest(words), words);
    }

    /** As {@link #find}, where it was looked already. */
    static Persona found(Lookup lookup, String words) {
        return lookup.found()
                .orElseThrow(() -> CommandFailure.usage(
                        lookup.suggestions().isEmpty()
                                ? "There is no character " + words + "; dramatis characters list shows who there is."
                                : "There is no character " + words + "; did you mean "
                                        + lookup.suggestions().stream()
                                                .map(Persona::id)
                                                .collect(Collectors.joining(", "))
                                        + "?"));
    }
}
