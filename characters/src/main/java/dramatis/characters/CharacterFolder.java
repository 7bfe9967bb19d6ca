package dramatis.characters;

import static java.util.Objects.requireNonNull;

import dramatis.persona.Persona;
import dramatis.persona.Slug;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
     * Writes a character into a folder, which is made when absent: {@code <id>.yaml}, and beside it the card that it came
     * from, to the byte, as {@code <id>.card.json} or {@code <id>.card.png}.
     *
     * @return the files, the character's first
     * @throws CharacterFileException when there is such a file already, or one cannot be written
     */
    public static List<Path> add(Path folder, Imported imported) {
        String id = imported.persona().id();
        Path file = folder.resolve(id + ".yaml");
        if (!Slug.isSlug(id)) {
            throw FileText.refusal(file.toString(), Place.NONE, "The character's id cannot be a file's name.");
        }
        // a card that an earlier character left behind would be taken for this one's
        Stream.concat(characterFiles(folder, id), cardFiles(folder, id))
                .filter(Files::exists)
                .findFirst()
                .ifPresent(taken -> refuseTaken(taken.toString()));
        Map<Path, byte[]> files = new LinkedHashMap<>(); // the character last: without it the card is nobody's
        imported.card()
                .ifPresent(card ->
                        files.put(folder.resolve(id + (card.isPicture() ? ".card.png" : ".card.json")), card.source()));
        files.put(file, CharacterExport.yaml(imported.persona()));
        write(folder, files);
        return Stream.concat(Stream.of(file), files.keySet().stream())
                .distinct()
                .toList();
    }

    /**
     * The card that a character of a folder came from, if one is kept there.
     *
     * @throws CharacterFileException when it cannot be read any more
     */
    public static Optional<CharacterCard> card(Path folder, String id) {
        boolean here = characterFiles(folder, id).anyMatch(Files::exists);
        return cardFiles(folder, id)
                .filter(file -> here && Files.exists(file))
                .findFirst()
                .map(file -> CharacterCard.read(file.toString(), FileText.bytes(file, CharacterCard.LARGEST)));
    }

    private static Stream<Path> characterFiles(Path folder, String id) {
        return Stream.of(".yaml", ".yml").map(end -> folder.resolve(id + end));
    }

    private static Stream<Path> cardFiles(Path folder, String id) {
        return Stream.of(".card.png", ".card.json").map(end -> folder.resolve(id + end));
    }

    /** All of them or none. */
    private static void write(Path folder, Map<Path, byte[]> files) {
        List<Path> begun = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (Map.Entry<Path, byte[]> file : files.entrySet()) {
                begun.add(Files.createFile(file.getKey()));
                Files.write(file.getKey(), file.getValue());
            }
        } catch (FileAlreadyExistsException e) {
            begun.forEach(CharacterFolder::delete);
            refuseTaken(String.valueOf(e.getFile()));
        } catch (IOException e) {
            begun.forEach(CharacterFolder::delete);
            throw FileText.refusal(
                    folder.toString(),
                    Place.NONE,
                    "The character cannot be written there; check the folder's permissions and space.");
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            return; // why it could not be written is what is told
        }
    }

    private static void refuseTaken(String file) {
        throw FileText.refusal(file, Place.NONE, "There is such a file already; move it away first.");
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
