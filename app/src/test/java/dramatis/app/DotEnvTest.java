package dramatis.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DotEnvTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "KEY=value | value",
                "export KEY=value | value",
                "  KEY = value   | value",
                "KEY=a b c # comment | a b c",
                "KEY=a#b | a#b",
                "KEY='a # b \\n' # c | a # b \\n",
                "KEY=\"a # \\\"b\\\" \\$x \\\\ \\q\" | a # \"b\" $x \\ \\q",
                "KEY=a=b | a=b",
                "KEY=${HOME} | ${HOME}",
                "KEY=it's | it's",
                "KEY=é界 | é界",
            })
    void read_oneLine(String line, String value) throws IOException {
        assertThat(read(line)).containsExactly(new DotEnv.Entry("KEY", value, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"KEY=", "KEY=''", "KEY=\"\"", "KEY= # nothing", "KEY=# nothing"})
    void read_emptyValue(String line) throws IOException {
        assertThat(read(line)).containsExactly(new DotEnv.Entry("KEY", "", 1));
    }

    @Test
    void read_wholeFile() throws IOException {
        assertThat(read("\uFEFF# first\r\n\r\nA=1\r\n  # more\nB=\"two\\nlines\"\rC=3"))
                .containsExactly(
                        new DotEnv.Entry("A", "1", 3),
                        new DotEnv.Entry("B", "two\nlines", 5),
                        new DotEnv.Entry("C", "3", 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret words", "1KEY=secret", "=secret", "KEY='secret", "KEY=\"secret", "KEY='sec' ret"})
    void read_badLine(String line) {
        assertThatThrownBy(() -> read("A=1\n\n" + line))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(".env line 3: ")
                .hasMessageNotContaining("sec");
    }

    @Test
    void read_notUtf8() throws IOException {
        Files.write(directory.resolve(".env"), "A=é".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> DotEnv.read(directory.resolve(".env")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void read_noFile() throws IOException {
        assertThat(DotEnv.read(directory.resolve(".env"))).isEmpty();
        // a Python environment may bear this name
        Files.createDirectory(directory.resolve(".env"));
        assertThat(DotEnv.read(directory.resolve(".env"))).isEmpty();
    }

    private List<DotEnv.Entry> read(String text) throws IOException {
        return DotEnv.read(Files.writeString(directory.resolve(".env"), text));
    }
}
