package dramatis.characters;

import dramatis.persona.Persona;
import dramatis.persona.Scene;
import dramatis.persona.Slug;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads characters out of whatever file somebody has. Stateless; safe on any thread. */
public final class CharacterImport {
    private static final String CARDS = "Character cards (JSON, PNG, CHARX) are not read by this version;"
            + " give it a character file (.yaml) or a scene file (a JSON array).";

    private CharacterImport() {}

    /**
     * The characters of a file, as they can be written: one of a character file, all those of a scene file.
     *
     * @throws CharacterFileException when the file is of neither kind, or something in it is wrong
     */
    public static List<Persona> read(Path file) {
        return read(file.toString(), FileText.bytes(file, SceneFile.LARGEST));
    }

    private static List<Persona> read(String file, byte[] content) {
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return List.of(CharacterFile.read(file, Slug.of(CharacterFile.stem(Path.of(file))), content));
        }
        return switch (firstSign(content)) {
            case '[' -> checked(file, SceneFile.read(file, content));
            case '{' -> throw FileText.refusal(file, Place.NONE, CARDS);
            default ->
                throw FileText.refusal(
                        file,
                        Place.NONE,
                        isImageOrZip(content)
                                ? CARDS
                                : "The file is neither a character file (its name would end in .yaml)"
                                        + " nor a scene file (a JSON array); name one of these.");
        };
    }

    /** A scene's texts have no limits of their own, so each character is read once as it would be written. */
    private static List<Persona> checked(String file, List<Scene> scenes) {
        List<Persona> personas = ScenePersonas.of(scenes);
        List<CharacterProblem> problems = new ArrayList<>();
        for (Persona persona : personas) {
            try {
                byte[] written = CharacterWriter.write(persona).getBytes(StandardCharsets.UTF_8);
                CharacterFile.read(file + " (" + Quoted.cut(persona.name()) + ")", persona.id(), written);
            } catch (CharacterFileException e) {
                e.problems().forEach(p -> problems.add(new CharacterProblem(p.file(), p.field(), 0, 0, p.sentence())));
            }
        }
        if (personas.isEmpty()) {
            throw FileText.refusal(file, Place.NONE, "No scene in the file has character_profiles; name another file.");
        }
        if (!problems.isEmpty()) {
            throw new CharacterFileException(problems);
        }
        return personas;
    }

    private static char firstSign(byte[] content) {
        String head = new String(content, 0, Math.min(256, content.length), StandardCharsets.UTF_8);
        String text = head.replaceFirst("^\uFEFF?\\s*", "");
        return text.isEmpty() ? ' ' : text.charAt(0);
    }

    private static boolean isImageOrZip(byte[] content) {
        String head = new String(content, 0, Math.min(4, content.length), StandardCharsets.ISO_8859_1);
        return head.equals("\u0089PNG") || head.startsWith("PK");
    }
}
