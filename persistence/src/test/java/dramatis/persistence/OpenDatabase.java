package dramatis.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real database in a folder of its own, for each test that registers it. */
final class OpenDatabase implements BeforeEachCallback, AfterEachCallback {
    private Optional<Path> folder = Optional.empty();
    private Optional<Database> database = Optional.empty();

    Database get() {
        return database.orElseThrow();
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        Path made = Files.createTempDirectory("dramatis-test");
        folder = Optional.of(made);
        database = Optional.of(Database.open(made));
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        get().close();
        try (Stream<Path> files = Files.walk(folder.orElseThrow())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
