package dramatis.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineBreakerTest {
    @Test
    void words_breakBetweenThem() {
        assertThat(LineBreaker.lines("a quiet morning walk", 8)).containsExactly("a quiet", "morning", "walk");
    }

    @Test
    void word_thatFillsTheLine_staysWhole() {
        assertThat(LineBreaker.lines("morning walk", 7)).containsExactly("morning", "walk");
    }

    @Test
    void word_longerThanALine_isCut() {
        assertThat(LineBreaker.lines("an unbreakable", 5)).containsExactly("an", "unbre", "akabl", "e");
    }

    @Test
    void wide_characters_countTwoCells() {
        assertThat(LineBreaker.lines("今天天气好", 6)).containsExactly("今天天", "气好");
    }

    @Test
    void closing_punctuation_beginsNoLine() {
        assertThat(LineBreaker.lines("今天天。气好", 6)).containsExactly("今天", "天。气", "好");
    }

    @Test
    void opening_punctuation_endsNoLine() {
        assertThat(LineBreaker.lines("今天「气好」", 6)).containsExactly("今天", "「气", "好」");
    }

    @Test
    void grapheme_isNeverCut() {
        String family = "👩‍👩‍👧‍👦";
        assertThat(LineBreaker.lines("ab" + family + "cd", 4)).contains(family);
        assertThat(LineBreaker.lines("ééé".replace("é", "e\u0301"), 2)).containsExactly("e\u0301e\u0301", "e\u0301");
    }

    @Test
    void line_breaksOfTheText_stay() {
        assertThat(LineBreaker.lines("one\n\ntwo", 10)).containsExactly("one", "", "two");
    }

    @Test
    void nothing_isOneLine() {
        assertThat(LineBreaker.lines("", 10)).containsExactly("");
    }

    @Test
    void every_width_losesNothingAndFits() {
        String text = "Elizabeth 看着窗外的雨，说：“You are early, sir.” 今天 🦊 wellwellwellwellwell";
        for (int width = 2; width < 90; width++) {
            int limit = width;
            assertThat(LineBreaker.lines(text, width))
                    .allMatch(line -> LineBreaker.width(line) <= limit)
                    .satisfies(lines ->
                            assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", "")));
        }
    }
}
