package dramatis.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void of_blanksStayWithTheirWord() {
        assertThat(Words.of("one  two\nthree")).containsExactly("one  ", "two", "\n", "three");
    }

    @Test
    void of_span_oneWord() {
        assertThat(Words.of("see `a b c`, then")).containsExactly("see ", "`a b c`, ", "then");
    }

    @Test
    void of_backtickAlone_noSpan() {
        assertThat(Words.of("a ` b\n`c")).containsExactly("a ", "` ", "b", "\n", "`c");
    }

    @Test
    void of_anything_joinsToTheWhole() {
        for (String text : List.of("", " ", "\n\n", "``", "a\tb \n c` `` d", "x".repeat(9000))) {
            assertThat(String.join("", Words.of(text))).isEqualTo(text);
        }
    }
}
