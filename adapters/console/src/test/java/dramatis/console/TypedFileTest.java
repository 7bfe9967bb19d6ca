package dramatis.console;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.command.Attachment;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypedFileTest {
    @TempDir
    Path folder;

    @Test
    void read_relativeOrWholePath_isThatFile() throws IOException {
        Files.createDirectory(folder.resolve("cards"));
        Path file = Files.writeString(folder.resolve("cards/Count Wren.json"), "{}");

        Attachment expected = Attachment.text("Count Wren.json", "{}");
        assertThat(typed("cards/Count Wren.json").read()).contains(expected);
        assertThat(typed(file.toString()).read()).contains(expected);
    }

    @Test
    void read_whatIsNoFile_isEmpty() {
        assertThat(typed("missing.json").read()).isEmpty();
        assertThat(typed(".").read()).isEmpty();
        assertThat(typed("a\u0000b").read()).isEmpty();
        assertThat(typed("~/surely no such file").read()).isEmpty();
    }

    @Test
    void read_hugeFile_isReadOneByteTooFar() throws IOException {
        try (RandomAccessFile huge = new RandomAccessFile(folder.resolve("huge").toFile(), "rw")) {
            huge.setLength(1L << 40);
        }
        assertThat(typed("huge").read().orElseThrow().content()).hasSize(Attachment.LARGEST + 1);
    }

    @Test
    void completions_begunPath_areFilesAndFolders() throws IOException {
        Files.createDirectory(folder.resolve("cards"));
        Files.writeString(folder.resolve("cards/wren.json"), "");
        Files.writeString(folder.resolve("cards/two words.json"), "");
        Files.writeString(folder.resolve("castle.png"), "");
        Files.writeString(folder.resolve(".cache"), "");

        assertThat(typed("ca").completions()).containsExactly("cards/", "castle.png");
        assertThat(typed("cards/").completions()).containsExactly("cards/wren.json");
        assertThat(typed("").completions()).containsExactly("cards/", "castle.png");
        assertThat(typed(".c").completions()).containsExactly(".cache");
        assertThat(typed("missing/x").completions()).isEmpty();
        assertThat(typed("~/").completions())
                .allSatisfy(path -> assertThat(path).startsWith("~/"));
    }

    private TypedFile typed(String path) {
        return new TypedFile(folder, path);
    }
}
