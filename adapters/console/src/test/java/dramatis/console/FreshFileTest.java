package dramatis.console;

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
        assertThat(FreshFile.write(folder, "log.txt", "a")).hasFileName("log.txt");
        assertThat(FreshFile.write(folder, "log.txt", "b")).hasFileName("log-2.txt");
        assertThat(FreshFile.write(folder, "log.txt", "c"))
                .hasFileName("log-3.txt")
                .hasContent("c");
        assertThat(FreshFile.write(folder, "log", "d")).hasFileName("log");
        assertThat(FreshFile.write(folder, "log", "e")).hasFileName("log-2");
    }

    @Test
    void write_ofANameThatLeadsElsewhere_staysHere() throws IOException {
        assertThat(FreshFile.write(folder, "../../etc/passwd", "x")).hasParent(folder);
        assertThat(FreshFile.write(folder, "..", "x")).hasParent(folder);
    }

    @Test
    void write_whereNothingCanBeWritten_fails() {
        assertThatThrownBy(() -> FreshFile.write(folder.resolve("missing"), "log.txt", "x"))
                .isInstanceOf(IOException.class);
    }
}
