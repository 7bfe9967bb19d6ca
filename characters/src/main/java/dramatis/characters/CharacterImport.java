package dramatis.characters;

import static java.util.Objects.requireNonNull;

import dramatis.persona.Persona;
import dramatis.persona.Slug;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads characters out of whatever file somebody has. Stateless; safe on any thread. */
public final class CharacterImport {
    /** Bytes that tell what a file is. */
    private static final int HEAD = 256;

    private CharacterImport() {}

    /**
     * The characters of a file: one of a character file or a card, all those of a scene file.
     *
     * @throws CharacterFileException when the file is of no kind that is read, or something in it is wrong
     */
    public static List<Imported> read(Path file) {
        String name = file.toString();
        return read(name, FileText.bytes(file, largest(name, FileText.head(file, HEAD))));
    }

    /**
     * The characters in the bytes of a file, such as one that was uploaded.
     *
     * @param file its name: its ending tells a character file, and messages begin with it
     * @throws CharacterFileException when the file is of no kind that is read, or something in it is wrong
     */
    public static List<Imported> read(String file, byte[] content) {
        requireNonNull(file, "file");
        if (isOurs(file)) {
            return List.of(Imported.of(CharacterFile.read(file, Slug.of(CharacterFile.stem(file)), content)));
        }
        if (isCard(content)) {
            return List.of(card(file, CharacterCard.read(file, content)));
        }
        if (firstSign(content) == '[') {
            return scenes(file, content);
        }
        throw FileText.refusal(
                file,
                Place.NONE,
                isZip(content)
                        ? "A .charx or zip file is not read by this version; export the card as JSON or PNG."
                        : "The file is neither a character file (its name would end in .yaml) nor a card (JSON or PNG)"
                                + " nor a scene file (a JSON array); name one of these.");
    }

    private static Imported card(String file, CharacterCard card) {
        Persona persona = card.persona();
        refuseIfAny(WrittenCheck.problems(file, persona));
        return new Imported(persona, Optional.of(card), CardNotes.of(card, persona));
    }

    /** A scene's texts have no limits of their own, so each character is read once as it would be written. */
    private static List<Imported> scenes(String file, byte[] content) {
        List<Persona> personas = ScenePersonas.of(SceneFile.read(file, content));
        if (personas.isEmpty()) {
            throw FileText.refusal(file, Place.NONE, "No scene in the file has character_profiles; name another file.");
        }
        refuseIfAny(personas.stream()
                .flatMap(p -> WrittenCheck.problems(file + " (" + Quoted.cut(p.name()) + ")", p).stream())
                .toList());
        return personas.stream().map(Imported::of).toList();
    }

    private static void refuseIfAny(List<CharacterProblem> problems) {
        if (!problems.isEmpty()) {
            throw new CharacterFileException(problems);
        }
    }

    /** A file is not read beyond what is read of its kind. */
    private static int largest(String file, byte[] head) {
        if (isOurs(file)) {
            return CharacterFile.LARGEST;
        }
        return firstSign(head) == '[' ? SceneFile.LARGEST : CharacterCard.LARGEST;
    }

    private static boolean isOurs(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static boolean isCard(byte[] content) {
        return Png.begins(content) || firstSign(content) == '{';
    }

    private static char firstSign(byte[] content) {
        String head = new String(content, 0, Math.min(HEAD, content.length), StandardCharsets.UTF_8);
        String text = head.replaceFirst("^\uFEFF?\\s*", "");
        return text.isEmpty() ? ' ' : text.charAt(0);
    }

    private static boolean isZip(byte[] content) {
        return content.length > 1 && content[0] == 'P' && content[1] == 'K';
    }
}
