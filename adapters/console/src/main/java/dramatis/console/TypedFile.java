package dramatis.console;

import dramatis.command.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file whose path is typed.
 *
 * @param directory what a relative path is relative to
 * @param typed the path; {@code ~} at its beginning is the person's home
 */
record TypedFile(Path directory, String typed) {
    private static final int MOST_COMPLETIONS = 100;
    private static final String HOME = "~/";

    /** The file, not read further than one byte beyond the most that a command is given; empty where it cannot be read. */
    Optional<Attachment> read() {
        Optional<Path> path = path(typed).filter(Files::isRegularFile);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream file = Files.newInputStream(path.get())) {
            String name = String.valueOf(path.get().getFileName());
            return Optional.of(new Attachment(name, file.readNBytes(Attachment.LARGEST + 1)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<Path> path(String text) {
        try {
            return Optional.of(
                    text.startsWith(HOME)
                            ? Path.of(System.getProperty("user.home")).resolve(text.substring(HOME.length()))
                            : directory.resolve(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** What the path could go on to; folders end in a slash. A name with a space in it would be two words. */
    List<String> completions() {
        String folder = typed.substring(0, typed.lastIndexOf('/') + 1);
        String begun = typed.substring(folder.length());
        Optional<Path> path = path(folder).filter(Files::isDirectory);
        if (path.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path.get())) {
            return files.map(file -> file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
                    .filter(name -> name.startsWith(begun) && !name.contains(" "))
                    .filter(name -> begun.startsWith(".") || !name.startsWith("."))
                    .sorted(Comparator.naturalOrder())
                    .limit(MOST_COMPLETIONS)
                    .map(name -> folder + name)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
