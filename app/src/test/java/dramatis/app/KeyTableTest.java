package dramatis.app;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is written about settings elsewhere says the same as the table in the program. */
class KeyTableTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void readme_hasTheTable() throws IOException {
        var table = Stream.of(Key.values())
                .map(key -> "| %s | %s | %s |%n".formatted(key, key.fallback(), key.meaning()))
                .collect(joining("", "| key | default | meaning |\n| --- | --- | --- |\n", "\n"));
        assertThat(Files.readString(ROOT.resolve("README.md"))).contains(table);
    }

    @Test
    void envExample_hasEveryKey() throws IOException {
        var entries = Stream.of(Key.values()).map(KeyTableTest::example).collect(joining("\n", "\n", ""));
        assertThat(Files.readString(ROOT.resolve(".env.example"))).endsWith(entries);
    }

    @Test
    void envExample_setsNothing() {
        assertThat(DotEnv.read(ROOT.resolve(".env.example"))).isEmpty();
    }

    @Test
    void compose_passesEveryWorkingKey() throws IOException {
        var compose = Files.readString(ROOT.resolve("docker-compose.yml"));
        var passed = Stream.of(Key.values())
                .filter(key -> key != Key.DATA_DIR)
                .map(key -> "      %s: ${%s:-}\n".formatted(key, key))
                .collect(joining());
        assertThat(compose).contains("      DATA_DIR: /data\n" + passed);
    }

    private static String example(Key key) {
        var isValue = key.fallback().matches("[A-Za-z0-9.,=-]+");
        var words = isValue || key.fallback().equals("–") ? "" : " (else " + key.fallback() + ")";
        return "# %s%s\n#%s=%s\n".formatted(key.meaning(), words, key, isValue ? key.fallback() : "");
    }
}
