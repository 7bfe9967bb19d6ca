package dramatis.characters;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.persona.Persona;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharacterWriterTest {
    private static final String[] PIECES = {
        " ", " ", "  ", "\t", "\n", "\n", "\n\n", "\r", "\r\n", "a", "word", "Ω", "孙", "😀", ":", ": ", " #", "#", "-",
        "- ", "'", "\"", "\\", "|", ">", "&", "*", "!", "%", "@", "`", "[", "]", "{", "}", ",", "?", "? ", "---", "...",
        "null", "true", "~", "1984", "\u0085", "\u2028", "\u2029", "\uFEFF", "\u00A0", "\u200B", "\uFFFD", "= ", "<2",
        "\\n", "\\u"
    };

    @Test
    void write_fullCharacter_looksAsAPersonWouldWriteIt() {
        Persona persona = new Persona(
                "ada",
                "Ada",
                Optional.of("The Engine: A Life"),
                "word ".repeat(30).strip(),
                "It's \"Ada\".",
                "Rain.\n\nMore rain.",
                "Two lines\nand an end.\n",
                List.of("Hello there", "Yes?", "No: never."),
                List.of(new Persona.Example("Bob: hi", "<role_action>waves</role_action> Hello, Bob.")),
                "null",
                List.of("poet", "slice of life"));
        assertThat(CharacterWriter.write(persona)).isEqualTo("""
                        name: Ada
                        from: "The Engine: A Life"

                        profile: >-
                          word word word word word word word word word word word word word word word word word word word
                          word word word word word word word word word word word

                        public_profile: >-
                          It's "Ada".

                        scene: |-
                          Rain.

                          More rain.

                        thought: |
                          Two lines
                          and an end.

                        greeting: Hello there

                        alternates:
                          - "Yes?"
                          - "No: never."

                        examples:
                          - line: "Bob: hi"
                            reply: "<role_action>waves</role_action> Hello, Bob."

                        avatar: "null"

                        tags: [poet, slice of life]
                        """);
    }

    @Test
    void write_anyText_isReadBackEqual() {
        Random random = new Random(20);
        for (int i = 0; i < 4_000; i++) {
            Persona persona = persona(random);
            byte[] written = CharacterWriter.write(persona).getBytes(StandardCharsets.UTF_8);
            assertThat(CharacterFile.read("case " + i, persona.id(), written)).isEqualTo(persona);
        }
    }

    @Test
    void write_foldedTextWithOddSpaces_isReadBackEqual() {
        Random random = new Random(21);
        String[] spaces = {" ", " ", "  ", "   ", " \t", "\t", "\t "};
        for (int i = 0; i < 1_000; i++) {
            StringBuilder text = new StringBuilder("start");
            while (text.length() < 300) {
                text.append(spaces[random.nextInt(spaces.length)]).append("w".repeat(1 + random.nextInt(9)));
            }
            Persona persona = persona(text.toString());
            byte[] written = CharacterWriter.write(persona).getBytes(StandardCharsets.UTF_8);
            assertThat(CharacterFile.read("case " + i, persona.id(), written)).isEqualTo(persona);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 95, 96, 97, 98, 99, 100, 101, 200})
    void write_longLine_isWrappedWithinAHundredColumns(int length) {
        Persona persona = persona("ab ".repeat(length / 3) + "abcdefg".substring(0, length % 3 + 1));
        assertThat(CharacterWriter.write(persona).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    private static Persona persona(Random random) {
        return new Persona(
                "p",
                "n" + PIECES[random.nextInt(PIECES.length)].replaceAll("\\R", ""),
                Optional.of("b"),
                "p" + text(random),
                text(random),
                text(random),
                text(random),
                List.of("g" + text(random), text(random) + "a"),
                List.of(new Persona.Example(text(random), "r" + text(random))),
                text(random),
                List.of("t", "1, 2", "null"));
    }

    /** Control characters are nobody's text, and the reader refuses them. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(random.nextInt(10) == 0 ? 80 : 8); n > 0; n--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString().replace("\u0085", "");
    }

    private static Persona persona(String profile) {
        return new Persona("p", "P", Optional.empty(), profile, "", "", "", List.of(), List.of(), "", List.of());
    }
}
