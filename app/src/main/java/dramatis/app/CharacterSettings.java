package dramatis.app;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Who can be played.
 *
 * @param first the id of the character that answers where nobody has been chosen
 * @param directory a folder of further character files
 */
record CharacterSettings(String first, Optional<Path> directory) {
    CharacterSettings {
        requireNonNull(first, "first");
        requireNonNull(directory, "directory");
    }

    static CharacterSettings of(Values values) {
        return new CharacterSettings(values.text(Key.CHARACTER), values.optionalPath(Key.CHARACTERS_DIR));
    }
}
