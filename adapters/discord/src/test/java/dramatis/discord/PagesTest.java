package dramatis.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.message.Segment;
import dramatis.message.Segment.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static List<String> pages(Visible... visible) {
        return Pages.of(List.of(visible), "");
    }

    @Test
    void actions_inItalics_speechAsItIs() {
        assertThat(pages(Segment.action("bows\nand smiles"), Segment.speech("Good evening.")))
                .containsExactly("*bows*\n*and smiles*\nGood evening.");
    }

    @Test
    void signs_noMarkup() {
        assertThat(pages(Segment.speech(
                        "# a *b* _c_ ~d~ `e` ||f|| [g](h) <@1> @everyone https://x.y/_z\n- i\n1. j\n> k")))
                .containsExactly("\\# a \\*b\\* \\_c\\_ \\~d\\~ \\`e\\` \\|\\|f\\|\\| \\[g\\](h) \\<@1> \\@everyone"
                        + " https\\://x.y/\\_z\n\\- i\n1\\. j\n\\> k");
    }

    @Test
    void growing_earlierPagesStay() {
        Random random = new Random(7);
        List<Visible> said = new ArrayList<>();
        List<String> before = List.of();
        for (int i = 0; i < 60; i++) {
            String text = words(random, 1 + random.nextInt(120));
            said.add(random.nextBoolean() ? Segment.action(text) : Segment.speech(text));
            List<String> after = Pages.of(said, "**N**\n");
            for (int p = 0; p < before.size() - 1; p++) {
                assertThat(after.get(p)).isEqualTo(before.get(p));
            }
            assertThat(after).allMatch(page -> page.length() <= Pages.LIMIT && page.startsWith("**N**\n"));
            before = after;
        }
        assertThat(plain(String.join(" ", before).replace("**N**\n", "")))
                .isEqualTo(
                        plain(String.join(" ", said.stream().map(Visible::text).toList())));
    }

    private static String words(Random random, int count) {
        String[] some = {
            "word", "#", "1.", "*", "`a b`", "👨‍👩‍👧‍👦", "e\u0301\u0323", "\n", "https://x", "ab_cd", ">"
        };
        StringBuilder words = new StringBuilder("x");
        for (int i = 0; i < count; i++) {
            words.append(' ').append(some[random.nextInt(some.length)]);
        }
        return words.toString();
    }

    private static String plain(String text) {
        return text.replaceAll("[\\\\*\\s]", "");
    }

    @Test
    void letters_neverBroken() {
        String family = "👨‍👩‍👧‍👦";
        List<String> pages = Pages.of(List.of(Segment.speech(family.repeat(500))), "");
        assertThat(pages)
                .allMatch(page ->
                        page.length() <= Pages.LIMIT && page.replace(family, "").isEmpty());
        assertThat(String.join("", pages)).isEqualTo(family.repeat(500));
    }

    @Test
    void letterLongerThanPage_byCodePoints() {
        String marks = "a" + "\u0301".repeat(5000);
        List<String> pages = Pages.of(List.of(Segment.speech(marks)), "");
        assertThat(pages).allMatch(page -> page.length() <= Pages.LIMIT);
        assertThat(String.join("", pages)).isEqualTo(marks);
    }

    @Test
    void codeSpan_inOnePiece() {
        String text = "x".repeat(1985) + " `some code of ours`";
        assertThat(pages(Segment.speech(text))).containsExactly("x".repeat(1985), "\\`some code of ours\\`");
    }

    @Test
    void longWord_signAtTopOfPage_escaped() {
        List<String> pages = pages(Segment.speech("x".repeat(1997) + " # heading"));
        assertThat(pages).hasSize(2);
        assertThat(pages.get(1)).isEqualTo("\\# heading");
    }

    @Test
    void cut_joinsToTheWhole() {
        String text = ("line of words\n" + "👨‍👩‍👧‍👦".repeat(300)).repeat(5);
        List<String> pieces = Cut.of(text);
        assertThat(String.join("", pieces)).isEqualTo(text);
        assertThat(pieces).allMatch(piece -> piece.length() <= Pages.LIMIT);
    }
}
