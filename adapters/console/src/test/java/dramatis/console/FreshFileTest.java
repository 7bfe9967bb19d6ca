package dramatis.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshFileTest {
    @TempDir
    private Path folder;

    @Test
    void write_again_takesTheNextNumber() throws IOException {
        assertThat(FreshFile.write(folder, "log.txt", bytes("a"))).hasFileName("log.txt");
        assertThat(FreshFile.write(folder, "log.txt", bytes("b"))).hasFileName("log-2.txt");
        assertThat(FreshFile.write(folder, "log.txt", bytes("c")))
                .hasFileName("log-3.txt")
                .hasContent("c");
        assertThat(FreshFile.write(folder, "log", bytes("d"))).hasFileName("log");
        assertThat(FreshFile.write(folder, "log", bytes("e"))).hasFileName("log-2");
    }

    @Test
    void write_ofANameThatLeadsElsewhere_staysHere() throws IOException {
        assertThat(FreshFile.write(folder, "../../etc/passwd", bytes("x"))).hasParent(folder);
        assertThat(FreshFile.write(folder, "..", bytes("x"))).hasParent(folder);
    }

    @Test
    void write_whereNothingCanBeWritten_fails() {
        assertThatThrownBy(() -> FreshFile.write(folder.resolve("missing"), "log.txt", bytes("x")))
                .isInstanceOf(IOException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
