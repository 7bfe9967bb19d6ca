package dramatis.her;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts to compare with, to the byte; {@code -Ddramatis.golden=update} writes them anew. */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/dramatis/her");

    private Golden() {}

    static void check(String file, String actual) {
        try {
            if ("update".equals(System.getProperty("dramatis.golden"))) {
                Files.writeString(FOLDER.resolve(file), actual);
            }
            assertThat(actual).isEqualTo(Files.readString(FOLDER.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
