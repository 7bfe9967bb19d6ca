package dramatis.characters;

import static java.util.Objects.requireNonNull;

import dramatis.characters.YamlValue.Fields;
import dramatis.persona.Persona;
import dramatis.persona.Slug;
import java.nio.file.Path;
import java.text.Normalizer;

/**
 * Reads our own character files, {@code <id>.yaml}. Strict: whatever would be ignored or misread is refused with its
 * place, and all that is wrong is said at once. Stateless; safe on any thread.
 */
public final class CharacterFile {
    /** The most bytes of a file that are read. */
    static final int LARGEST = 256 * 1024;

    private CharacterFile() {}

    /**
     * The character in a file; its id is the file's name without the ending.
     *
     * @throws CharacterFileException when the file cannot be read or anything in it is wrong
     */
    public static Persona read(Path file) {
        String id = stem(file);
        if (!Slug.isSlug(id)) {
            throw FileText.refusal(
                    file.toString(),
                    Place.NONE,
                    "The file's name is the character's id, which has lower-case letters, digits and single hyphens only;"
                            + " call it " + Slug.of(id) + ".yaml.");
        }
        return read(file.toString(), id, FileText.bytes(file, LARGEST));
    }

    /**
     * The character in the bytes of a file.
     *
     * @param file what the file is called in messages
     * @param id the character's id
     * @param content the file, UTF-8
     * @throws CharacterFileException when anything in it is wrong
     */
    public static Persona read(String file, String id, byte[] content) {
        requireNonNull(file, "file");
        requireNonNull(id, "id");
        FileText.refuseLarger(file, content.length, LARGEST);
        String text = FileText.decode(file, content);
        return new CharacterReader(new Problems(file), fields(file, text)).read(id);
    }

    private static Fields fields(String file, String text) {
        YamlValue value;
        try {
            value = YamlTree.parse(text)
                    .orElseThrow(() ->
                            new YamlRefusal(Place.NONE, "The file is empty; write at least a name and a profile."));
        } catch (YamlRefusal e) {
            throw FileText.refusal(file, e.place(), e.sentence());
        }
        if (value instanceof Fields fields) {
            return fields;
        }
        throw FileText.refusal(
                file,
                value.place(),
                "The file is " + value.kind() + ", not a group of keys; begin it with a line such as name: Ada.");
    }

    /** A file's name without its ending, composed as most systems (and not macOS) write it. */
    static String stem(Path file) {
        return stem(String.valueOf(file.getFileName()));
    }

    /** As above, of a name that need not be one on this system. */
    static String stem(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        return Normalizer.normalize(name.replaceFirst("(?i)\\.ya?ml$", ""), Normalizer.Form.NFC);
    }
}
