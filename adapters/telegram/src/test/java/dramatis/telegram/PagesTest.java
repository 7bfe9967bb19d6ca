package dramatis.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.message.Segment;
import dramatis.message.Segment.Visible;
import dramatis.telegram.Page.Span;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What characters say and do, laid out as messages of Telegram. */
class PagesTest {
    private static final String FAMILY = "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67";
    private static final String ACCENT = "e\u0301";

    @Test
    void pages_speechAndActions_standOnLinesUnderTheName() {
        assertThat(Pages.of(
                        List.of(Segment.speech("Good day."), Segment.action("bows"), Segment.speech("Sit.")), "Ada"))
                .containsExactly(
                        new Page("Ada\nGood day.\nbows\nSit.", List.of(span("bold", 0, 3), span("italic", 14, 4))));
    }

    @Test
    void pages_actionOverLines_isOneSpanWithoutTheBlanksAround() {
        assertThat(Pages.of(List.of(Segment.action("  bows \n\n and sits  ")), ""))
                .containsExactly(new Page("bows \n\n and sits", List.of(span("italic", 0, 16))));
    }

    @Test
    void pages_longAction_isItalicOnEachPage() {
        List<Page> pages = Pages.of(List.of(Segment.action("one two three")), "Ada", Optional.empty(), 11);
        assertThat(pages)
                .containsExactly(
                        new Page("Ada\none two", List.of(span("bold", 0, 3), span("italic", 4, 7))),
                        new Page("Ada\nthree", List.of(span("bold", 0, 3), span("italic", 4, 5))));
    }

    @Test
    void pages_wordThatNoPageHolds_isCutBetweenGraphemes() {
        List<Page> pages = Pages.of(List.of(Segment.speech(FAMILY.repeat(3))), "", Optional.empty(), 10);
        assertThat(pages).extracting(Page::text).containsExactly(FAMILY, FAMILY, FAMILY);
    }

    @Test
    void pages_graphemeThatNoPageHolds_isCutBetweenCodePoints() {
        List<Page> pages = Pages.of(List.of(Segment.speech("a" + "\u0301".repeat(25))), "", Optional.empty(), 10);
        assertThat(pages)
                .hasSize(3)
                .allSatisfy(page -> assertThat(page.text().length()).isLessThanOrEqualTo(10));
    }

    @Test
    void pages_mention_callsNobody() {
        assertThat(Pages.of(List.of(Segment.speech("@mina, write to bo@example.com")), "@ada")
                        .get(0)
                        .text())
                .isEqualTo("@\u2060ada\n@\u2060mina, write to bo@example.com");
    }

    @Test
    void pages_nothing_isNoPage() {
        assertThat(Pages.of(List.of(), "Ada")).isEmpty();
        assertThat(Pages.of(List.of(Segment.speech(" \n ")), "Ada")).isEmpty();
    }

    @Test
    void pages_anyText_areShortWholeAndStable() {
        Random random = new Random(7);
        for (int round = 0; round < 3000; round++) {
            List<Visible> visible = new ArrayList<>();
            int limit = 20 + random.nextInt(30);
            List<Page> before = List.of();
            for (int segments = 0; segments < 4; segments++) {
                String text = text(random);
                visible.add(random.nextBoolean() ? Segment.speech(text) : Segment.action(text));
                List<Page> pages = Pages.of(visible, "Ada", Optional.empty(), limit);
                check(visible, pages, limit);
                assertStable(before, pages);
                before = pages;
            }
        }
    }

    private static String text(Random random) {
        String[] parts = {"word", " ", "\n", FAMILY, ACCENT, "  ", "a".repeat(45), "\ud83d\ude00", ".", "\r\n", "\u3000"
        };
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(14); i > 0; i--) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.toString();
    }

    private static void check(List<Visible> visible, List<Page> pages, int limit) {
        assertThat(bare(pages.stream().map(page -> page.text().substring(4)).collect(Collectors.joining())))
                .isEqualTo(bare(visible.stream().map(Visible::text).collect(Collectors.joining())));
        for (Page page : pages) {
            assertThat(page.text()).startsWith("Ada\n").hasSizeLessThanOrEqualTo(limit);
            assertThat(page.text()).isEqualTo(page.text().strip());
            Set<Integer> bounds = bounds(page.text());
            assertThat(page.spans()).allSatisfy(span -> {
                assertThat(span.length()).isPositive();
                assertThat(bounds).contains(span.from(), span.from() + span.length());
            });
        }
    }

    /** All pages but the last stay as they are, and the last one grows. */
    private static void assertStable(List<Page> before, List<Page> after) {
        if (!before.isEmpty()) {
            int last = before.size() - 1;
            assertThat(after.subList(0, last)).isEqualTo(before.subList(0, last));
            assertThat(after.get(last).text()).startsWith(before.get(last).text());
        }
    }

    private static Set<Integer> bounds(String text) {
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(text);
        Set<Integer> bounds = new HashSet<>();
        for (int at = graphemes.first(); at != BreakIterator.DONE; at = graphemes.next()) {
            bounds.add(at);
        }
        return bounds;
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\u3000]", "");
    }

    private static Span span(String type, int from, int length) {
        return new Span(type, from, length, Optional.empty());
    }
}
