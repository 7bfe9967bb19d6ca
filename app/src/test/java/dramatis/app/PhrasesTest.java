package dramatis.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bundle has what the program asks for, and nothing that it does not. */
class PhrasesTest {
    private static final Path CORE = Path.of("../bot-core/src/main");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z-]*(?:\\.[a-z][a-z-]*)+)\"");
    /** The end of a key whose beginning is a name, or the beginning of one whose end is. */
    private static final Pattern PART = Pattern.compile("\"(\\.[a-z.-]+|[a-z.-]+\\.)\"");

    private final Properties bundle = bundle();

    @Test
    void bundle_hasEveryKeyThatIsUsed() {
        var kinds = new TreeSet<String>();
        bundle.stringPropertyNames().forEach(key -> kinds.add(key.substring(0, key.indexOf('.'))));
        assertThat(literals(LITERAL))
                .filteredOn(key -> kinds.contains(key.substring(0, key.indexOf('.'))))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(bundle.stringPropertyNames()).contains(key));
    }

    @Test
    void bundle_hasNoKeyThatIsNotUsed() {
        var used = literals(LITERAL);
        var parts = literals(PART);
        assertThat(bundle.stringPropertyNames())
                // a test of the core knows what commands there are
                .filteredOn(key -> !key.startsWith("command."))
                .filteredOn(key -> parts.stream().noneMatch(part -> key.startsWith(part) || key.endsWith(part)))
                .allSatisfy(key -> assertThat(used).contains(key));
    }

    private static Properties bundle() {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(CORE.resolve("resources/dramatis/message/phrases.properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static Set<String> literals(Pattern pattern) {
        var found = new TreeSet<String>();
        sources().flatMap(source -> pattern.matcher(source).results()).forEach(match -> found.add(match.group(1)));
        return found;
    }

    private static Stream<String> sources() {
        return Stream.of(
                        CORE,
                        Path.of("../adapters/console/src/main"),
                        Path.of("../adapters/discord/src/main"),
                        Path.of("../adapters/telegram/src/main"))
                .flatMap(PhrasesTest::javaFiles)
                .map(PhrasesTest::read);
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
