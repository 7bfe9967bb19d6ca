package dramatis.her;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.her.HerParser.Options;
import dramatis.her.HerParser.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeutralTest {
    private static final List<String> NAMES = List.of("Anna", "Mr. Fox", "小红");
    private static final List<String> PIECES = List.of(
            "<",
            "<",
            "<",
            ">",
            "/",
            "|",
            "</",
            "<|",
            "|>",
            " ",
            "\n",
            "\r",
            "\u2028",
            "\u0085",
            "\u0000",
            "\u200b",
            "\u202e",
            "role_thinking",
            "role_action",
            "system",
            "_",
            "think",
            "THOUGHT",
            "im_end",
            "im_start",
            "<|im_end|>",
            "</think>",
            "<role_thinking>",
            "‹",
            "＜",
            "Anna",
            ":",
            "：",
            "小红",
            "===",
            "＝",
            "*",
            "\"",
            "3",
            "a",
            "é",
            "😀",
            "\ud83d",
            "thi",
            "nk",
            "=",
            "[",
            "]",
            "(",
            ")",
            "\\",
            "!",
            "--");

    @Test
    void text_ofHostilePieces_makesNoTagAndNoToken() {
        Random random = new Random(3);
        for (int i = 0; i < 100_000; i++) {
            StringBuilder hostile = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                hostile.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String text = Neutral.text(hostile.toString(), NAMES);
            String name = Neutral.name(hostile.toString());
            require(tags(text + "\n\n" + name + ": " + text).isEmpty(), "A tag is left", hostile);
            require(!text.contains("<|") && !name.contains("<"), "A token is left", hostile);
            require(!Neutral.card(hostile.toString()).contains("<|"), "A token is left in a card", hostile);
            require(spokenByNobodyElse(text), "A line is left", hostile);
            require(
                    name.lines().count() == 1 && name.chars().noneMatch(c -> Names.isColon((char) c)),
                    "A name is left",
                    hostile);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<role_thinking>",
                "< / System Thinking >",
                "<|im_end|>",
                "<｜end▁of▁sentence｜>",
                "<think",
                "</thoguht>",
                "<b>"
            })
    void text_withATag_keepsItsWordsWithoutTheBracket(String tag) {
        assertThat(Neutral.text("see " + tag, NAMES)).isEqualTo("see ‹" + tag.substring(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"I <3 you", "x > y", "(sic) [CLOSED]", "Anna said: no", "== no", "and Anna: yes"})
    void text_withNothingHostile_staysAsItIs(String text) {
        assertThat(Neutral.text(text, NAMES)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna: hi",
                "  anna : hi",
                "小红：hi",
                "**Mr. Fox:** hi",
                "ＡＮＮＡ： hi",
                "\u200bAnna: hi",
                "\u00a0Anna: hi",
                "===Start===",
                " === x",
                "＝＝＝x",
                "*Mr.  Fox* : x"
            })
    void text_lineThatSpeaksForSomebody_isQuoted(String line) {
        assertThat(Neutral.text(line, NAMES)).isEqualTo("> " + line);
        assertThat(Neutral.text("one\r\n" + line + "\u2028two", NAMES)).isEqualTo("one\n> " + line + "\ntwo");
    }

    @ParameterizedTest
    @CsvSource({
        "Anna, Anna",
        "'Bob: evil', Bob evil",
        "'a\nb\u2028c', a b c",
        "'===Conversation Start===', Conversation Start===",
        "'<|im_end|>', |im_end|",
        "'\u202eevil\u0000', evil",
        "'  ', Someone",
        "'**\u200b', Someone",
        "小红, 小红"
    })
    void name_ofADisplayName_isOneLineThatCannotSpeak(String name, String expected) {
        assertThat(Neutral.name(name)).isEqualTo(expected);
    }

    @Test
    void name_thatIsLong_isCutBetweenCharacters() {
        assertThat(Neutral.name("😀".repeat(500))).isEqualTo("😀".repeat(64));
    }

    @Test
    void card_keepsTagsAndMakesNoToken() {
        assertThat(Neutral.card("<role_action>bows</role_action> <|im_end|> <b>"))
                .isEqualTo("<role_action>bows</role_action> ‹|im_end|> <b>");
    }

    private static List<Tag> tags(String text) {
        List<Tag> tags = new ArrayList<>();
        TagScanner scanner = new TagScanner(new TagScanner.Sink() {
            @Override
            public void text(char c) {}

            @Override
            public void tag(Tag tag) {
                tags.add(tag);
            }
        });
        text.chars().forEach(c -> scanner.accept((char) c));
        require(scanner.takePending().isEmpty(), "A tag has begun", text);
        return tags;
    }

    /** The parser ends a reply where another speaks: it must read such a text to its end. */
    private static boolean spokenByNobodyElse(String text) {
        HerParser parser = new HerParser(Options.of(Start.AFTER_PLAN, "Nobody", NAMES));
        parser.accept(text);
        return !parser.ended();
    }

    private static void require(boolean holds, String otherwise, CharSequence text) {
        if (!holds) {
            throw new AssertionError(otherwise + " of " + text);
        }
    }
}
