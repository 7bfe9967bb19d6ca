package dramatis.console;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes files under names that were free. */
final class FreshFile {
    private FreshFile() {}

    /** Writes a file under the given name, or the nearest free one that is made from it: never over another file. */
    static Path write(Path directory, String name, byte[] content) throws IOException {
        String safe = name.replaceAll("[^\\p{L}\\p{N}._-]", "-").replaceFirst("^\\.+", "");
        for (int i = 1; ; i++) {
            Path file = directory.resolve(i == 1 ? safe : numbered(safe, i));
            try {
                return Files.write(file, content, StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException e) {
                // taken: the next number
            }
        }
    }

    private static String numbered(String name, int number) {
        int dot = name.lastIndexOf('.');
        return dot < 1 ? name + "-" + number : name.substring(0, dot) + "-" + number + name.substring(dot);
    }
}
