package dramatis.characters;

import static java.util.Objects.requireNonNull;

import dramatis.persona.Persona;
import dramatis.persona.Slug;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder of character files. A file that is wrong is a problem of its own and takes none of the others down.
 *
 * @param characters those that were read, in the order of their files' names
 * @param problems what is wrong with the others
 */
public record CharacterFolder(List<Persona> characters, List<CharacterProblem> problems) {
    public CharacterFolder {
        characters = List.copyOf(characters);
        problems = List.copyOf(problems);
    }

    /** Reads the files that end in {@code .yaml} or {@code .yml}; those in folders below are not looked at. */
    public static CharacterFolder read(Path folder) {
        requireNonNull(folder, "folder");
        Map<String, Persona> characters = new LinkedHashMap<>();
        List<CharacterProblem> problems = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(CharacterFolder::isCharacter).sorted().forEach(file -> read(file, characters, problems));
        } catch (IOException e) {
            String sentence = Files.isDirectory(folder)
                    ? "The folder cannot be read; check its permissions."
                    : "There is no such folder; make it, or name another.";
            problems.add(new CharacterProblem(folder.toString(), "", 0, 0, sentence));
        }
        return new CharacterFolder(List.copyOf(characters.values()), problems);
    }

    /**
     * Writes a character into a folder, which is made when absent.
     *
     * @return the file, {@code <id>.yaml}
     * @throws CharacterFileException when there is such a file already, or it cannot be written
     */
    public static Path add(Path folder, Persona persona) {
        Path file = folder.resolve(persona.id() + ".yaml");
        if (!Slug.isSlug(persona.id())) {
            throw FileText.refusal(file.toString(), Place.NONE, "The character's id cannot be a file's name.");
        }
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    file, CharacterWriter.write(persona), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            return file;
        } catch (FileAlreadyExistsException e) {
            throw FileText.refusal(file.toString(), Place.NONE, "There is such a file already; move it away first.");
        } catch (IOException e) {
            throw FileText.refusal(
                    file.toString(),
                    Place.NONE,
                    "The file cannot be written; check the folder's permissions and space.");
        }
    }

    private static boolean isCharacter(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    private static void read(Path file, Map<String, Persona> characters, List<CharacterProblem> problems) {
        try {
            Persona persona = CharacterFile.read(file);
            if (characters.putIfAbsent(persona.id(), persona) != null) {
                throw FileText.refusal(
                        file.toString(), Place.NONE, "Another file here has the same id; rename one of them.");
            }
        } catch (CharacterFileException e) {
            problems.addAll(e.problems());
        }
    }
}
