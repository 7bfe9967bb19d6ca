package dramatis.characters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to hurt: they end in a sentence, not in an exhausted stack, heap or clock. */
class HostileFilesTest {
    private static final String TOO_DEEP = "This is nested too deeply; a character has no such depth.";

    @TempDir
    Path folder;

    @Test
    void character_tenMegabytes_isNotReadToItsEnd() throws IOException {
        Path file = sparse("big.yaml", 10 << 20);
        assertThat(refusal(() -> CharacterFile.read(file)))
                .isEqualTo("The file is larger than 256 KiB, the most that is read; shorten it.");
    }

    @Test
    void character_deepNesting_isRefusedInEveryForm() {
        for (String level : new String[] {"[", "{a: ", "- ", "? ", "[a,", "{? "}) {
            assertThat(character(level.repeat(60_000))).as(level).isEqualTo(TOO_DEEP);
        }
    }

    @Test
    void character_aliasBomb_isRefusedAtItsFirstAnchor() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [lol, lol]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(character(bomb.toString())).startsWith("A text that begins with & marks a place");
    }

    @Test
    void character_manyValues_areRefused() {
        String sentence = "There are too many values; a character has no such number of them.";
        assertThat(character("a:\n".repeat(60_000))).isEqualTo(sentence);
        assertThat(character("tags: [" + "a,".repeat(100_000) + "]")).isEqualTo(sentence);
    }

    @Test
    void character_manyProblems_areNotAllKept() {
        String text = "name: x\nprofile: y\ntags:\n" + "  - []\n".repeat(100);
        assertThat(CharacterFileTest.problems(text)).hasSize(50);
    }

    @Test
    void character_manyItemsOrKeys_areOneProblem() {
        assertThat(CharacterFileTest.problems("name: x\nprofile: y\ntags:\n" + "  - []\n".repeat(101)))
                .extracting(CharacterProblem::sentence)
                .containsExactly("The list has 101 items; 100 are the most, so shorten it.");
        assertThat(CharacterFileTest.problems("a: x\n".repeat(101)))
                .extracting(CharacterProblem::sentence)
                .contains("There are 101 keys here; no character has so many, so delete those that do not belong.");
    }

    @Test
    void scenes_deepNesting_isRefused() {
        assertThat(scenes("[{\"plot\":" + "[".repeat(1_000_000)))
                .isEqualTo("The JSON is nested too deeply, or a part of it is too long.");
    }

    @Test
    void scenes_manyEmptyOnes_areRefused() {
        assertThat(scenes("[" + "{},".repeat(SceneFile.MOST_SCENES) + "{}]"))
                .isEqualTo("There are more than 100000 scenes; split the file.");
    }

    @Test
    void scenes_moreThanTheMost_areNotReadToTheirEnd() throws IOException {
        Path file = sparse("big.json", 2L << 30);
        assertThat(refusal(() -> SceneFile.read(file)))
                .isEqualTo("The file is larger than 64 MiB, the most that is read; shorten it.");
    }

    private static String character(String text) {
        return refusal(() -> CharacterFile.read("a.yaml", "a", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String scenes(String text) {
        return refusal(() -> SceneFile.read("a.json", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        CharacterFileException e = catchThrowableOfType(CharacterFileException.class, call);
        assertThat(e).isNotNull();
        return e.problems().get(0).sentence();
    }

    /** A file with a length and nothing in it, which takes no room on the disk. */
    private Path sparse(String name, long length) throws IOException {
        Path file = Files.createFile(folder.resolve(name));
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(length);
        }
        return file;
    }
}
