package dramatis.persona;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;

/**
 * Characters as files that people bring and take away. Safe for use by many threads; works in memory alone, and follows
 * no address that stands in a file. A picture that is drawn takes some hundred milliseconds the first time.
 */
public interface CharacterFiles {
    /** What a character can be written as. */
    enum Format {
        /** A character file. */
        YAML,
        /** A character card. */
        JSON,
        /** A picture with a character card in it. */
        PNG;

        /** The end of such a file's name, without the dot. */
        public String ending() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A character out of a file.
     *
     * @param persona the character
     * @param leftOut what else is in the file and has no place in a character, in a few words each
     */
    record Brought(Persona persona, List<String> leftOut) {
        public Brought {
            requireNonNull(persona, "persona");
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * The characters of a file, at least one.
     *
     * @param name the file's, which says what it is where its contents do not
     * @throws CharacterRefusal where it is of no kind that is read, or something in it is wrong
     */
    List<Brought> read(String name, byte[] content);

    /**
     * A file of a character.
     *
     * @throws CharacterRefusal where the format has no room for it
     */
    byte[] write(Persona persona, Format format);
}
