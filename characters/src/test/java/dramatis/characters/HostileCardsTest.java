package dramatis.characters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Cards made to hurt: one sentence each, before they have taken time or memory. */
class HostileCardsTest {
    private static final byte[] SMALL = SampleCards.tEXt("chara", SampleCards.base64(SampleCards.json("chinese")));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"card.json", "card.png"})
    void read_moreThanTheMost_isNotReadToItsEnd(String name) throws IOException {
        Path file = folder.resolve(name);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(name.endsWith("png") ? SampleCards.SIGNATURE : SampleCards.latin("{"));
            out.setLength(2L << 30); // takes no room on the disk
        }
        assertThat(catchThrowableOfType(CharacterFileException.class, () -> CharacterImport.read(file)))
                .hasMessage(file + ": The file is larger than 10 MiB, the most that is read; shorten it.");
        assertThat(refusal(SampleCards.joined(SampleCards.latin("{"), new byte[10 << 20])))
                .startsWith("The file is larger than 10 MiB");
    }

    @ParameterizedTest
    @CsvSource({"10000,10000", "10000,1", "1,10000", "-1,1", "0,5", "2147483647,2147483647"})
    void read_hugePicture_isRefusedByItsHeader(int width, int height) {
        assertThat(refusal(SampleCards.png(width, height, SMALL)))
                .startsWith("The picture is " + Integer.toUnsignedString(width) + " × ")
                .endsWith(" pixels; a side must have fewer than 10000, so shrink it.");
        assertThat(SampleCards.read(SampleCards.png(9_999, 9_999, SMALL))
                        .persona()
                        .id())
                .isEqualTo("苏晚棠");
    }

    @Test
    void read_deepJson_isRefusedAtItsDepth() {
        String sentence = "The JSON is nested more than 64 deep here; no card is.";
        for (String level : new String[] {"[", "{\"a\":"}) {
            String deep = "{\"name\":\"a\",\"description\":\"b\",\"extensions\":" + level.repeat(1_000_000);
            assertThat(refusal(json(deep))).isEqualTo(sentence);
            assertThat(refusal(SampleCards.png(SampleCards.zTXt("chara", SampleCards.base64(json(deep))))))
                    .isEqualTo(sentence);
        }
        assertThat(refusal(json(nested(64)))).isEqualTo(sentence);
        assertThat(SampleCards.read(nested(63)).persona().name()).isEqualTo("a");
    }

    private static String nested(int levels) {
        return "{\"name\":\"a\",\"description\":\"b\",\"x\":" + "[".repeat(levels) + "]".repeat(levels) + "}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"zTXt", "iTXt"})
    void read_packedHundredMegabytes_areNotUnpacked(String type) {
        byte[] zeros = new byte[100 << 20];
        Arrays.fill(zeros, (byte) 'A');
        byte[] chunk = type.equals("zTXt") ? SampleCards.zTXt("chara", zeros) : SampleCards.iTXt("ccv3", true, zeros);
        assertThat(chunk).hasSizeLessThan(1 << 20);
        assertThat(refusal(SampleCards.png(chunk)))
                .isEqualTo("The packed card in the picture's " + type + " chunk is damaged, or unpacks to more than is"
                        + " read; export it once more from its source.");
    }

    @Test
    void inflate_moreThanTheCap_stopsThere() {
        byte[] packed = SampleCards.packed(new byte[100 << 20]);
        Inflation over = new Inflation(1 << 20);
        assertThat(over.inflate(packed, 0, packed.length)).isEmpty();
        assertThat(over.produced()).isEqualTo(1 << 20);
        byte[] fits = SampleCards.packed(new byte[1 << 20]);
        Inflation exact = new Inflation(1 << 20);
        assertThat(exact.inflate(fits, 0, fits.length))
                .hasValueSatisfying(all -> assertThat(all).hasSize(1 << 20));
    }

    @Test
    void inflate_cutOffOrJunk_isNothing() {
        byte[] packed = SampleCards.packed(SampleCards.json("v3"));
        for (int length = 0; length < packed.length; length++) {
            assertThat(new Inflation(1 << 20).inflate(packed, 0, length)).isEmpty();
        }
        assertThat(new Inflation(1 << 20).inflate(new byte[] {0x78, (byte) 0xBB, 1, 2, 3, 4}, 0, 6))
                .isEmpty();
    }

    @Test
    void read_manyValuesOrEntries_areRefused() {
        String head = "{\"name\":\"a\",\"description\":\"b\",\"character_book\":{\"entries\":[";
        assertThat(message(json(head + "{},".repeat(5_000) + "{}]}}")))
                .isEqualTo(
                        "card: character_book.entries: The lorebook has 5001 entries; 5000 are the most, so shorten it.");
        assertThat(refusal(json(head + "{},".repeat(3_000_000) + "{}]}}"))).startsWith("The JSON has too many values");
        assertThat(SampleCards.read(head + "{},".repeat(4_999) + "{}]}}").notes())
                .contains("5,000 lorebook entries are kept for later; they are not used yet.");
    }

    @Test
    void read_hugeText_isRefusedBeforePatternsAreTried() {
        for (String field : new String[] {"description", "first_mes", "mes_example", "scenario"}) {
            assertThat(message(json("{\"name\":\"a\",\"description\":\"b\",\"%s\":\"%s\"}"
                            .formatted(field, "*a".repeat(4_000_000)))))
                    .isEqualTo("card: " + field
                            + ": There are more than 100000 characters here, which is too much to use; shorten it.");
        }
        String list = "{\"name\":\"a\",\"description\":\"b\",\"alternate_greetings\":[\"%s\"]}";
        assertThat(message(json(list.formatted(String.join("\",\"", Collections.nCopies(1_000, "*a".repeat(4_000)))))))
                .startsWith("card: alternate_greetings: There are more than 262144 characters here");
    }

    /** A pattern that goes back over what it has read would take minutes. */
    @ParameterizedTest
    @ValueSource(strings = {"*a", "* ", "<role_action>", "<b ", "< ", "{{//", "{{ ", "{{a", "\n{{char}}:", "\n", " "})
    @Timeout(20)
    void read_longRepetitions_areReadInOnePass(String junk) {
        for (String field : new String[] {"description", "first_mes", "mes_example", "system_prompt", "tags"}) {
            JsonNode text = JsonNodeFactory.instance.stringNode(junk.repeat(99_000 / junk.length()));
            String json = "{\"name\":\"a\",\"description\":\"b\",\"" + field + "\":"
                    + new String(CardJson.inOneLine(text), StandardCharsets.UTF_8) + "}";
            assertThat(catchThrowable(() -> SampleCards.read(json)))
                    .satisfiesAnyOf(
                            read -> assertThat(read).isNull(),
                            refused -> assertThat(refused).isInstanceOf(CharacterFileException.class));
        }
    }

    @Test
    void read_longList_isRefusedBeforeItsTextsAreRead() {
        String json = "{\"name\":\"a\",\"description\":\"b\",\"%s\":[%s\"a\"]}";
        for (String field : new String[] {"alternate_greetings", "tags", "description"}) {
            assertThat(message(json(json.formatted(field, "\"a\",".repeat(100_000)))))
                    .isEqualTo("card: " + field + ": The list has 100001 items; 1000 are the most, so shorten it.");
        }
        Imported imported = SampleCards.read(json.formatted("alternate_greetings", "\"a\",".repeat(120)));
        assertThat(imported.persona().greetings()).hasSize(101);
        assertThat(imported.notes())
                .contains(
                        "No more than 100 alternates and as many examples are used; any others are kept in the card.");
    }

    @Test
    void read_nicknameThatMultiplies_isRefused() {
        String json = "{\"name\":\"a\",\"nickname\":\"%s\",\"description\":\"%s\"}";
        assertThat(message(json(json.formatted("x".repeat(90_000), "{{char}}".repeat(12_000)))))
                .isEqualTo("card: nickname: The text has 90000 characters; 80 are the most, so shorten it.");
        assertThat(message(json(json.formatted("x".repeat(80), "{{char}}".repeat(12_000)))))
                .isEqualTo("card: description: The text has 960000 characters; 32000 are the most, so shorten it.");
    }

    @Test
    void read_exactTextsWithBrokenTags_areNotTaken() {
        String json = """
                {"data":{"name":"a","description":"b","first_mes":"hi","extensions":{"dramatis":{"greetings":["%s"]}}}}
                """.formatted("<role_action>".repeat(7_000));
        assertThat(SampleCards.read(json).persona().greetings()).containsExactly("hi");
    }

    @Test
    void read_hugeNumbers_areNotWrittenOut() {
        String json = "{\"name\":\"a\",\"description\":\"b\",\"scenario\":1e999999999,\"x\":-1e-999999999}";
        Imported imported = SampleCards.read(json);
        assertThat(imported.persona().scene()).isEqualTo("1E+999999999");
        assertThat(new String(
                        CharacterExport.json(imported.persona(), imported.card(), CardSpec.V3), StandardCharsets.UTF_8))
                .contains("-1E-999999999");
    }

    @Test
    void read_cutOffAnywhere_isOneSentence() {
        byte[] png = SampleCards.png(SMALL);
        for (int length = 1; length < png.length; length++) {
            assertThat(refusal(Arrays.copyOf(png, length)))
                    .as("%d bytes", length)
                    .matches("(?s)[A-Z].*\\.");
        }
    }

    @Test
    void read_chunkLengthsThatLie_areRefused() {
        byte[] png = SampleCards.png(SMALL);
        int at = SampleCards.SIGNATURE.length + SampleCards.header(1, 1).length;
        for (int lie : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, png.length, 0, 1, 13, 14}) {
            byte[] lying = png.clone();
            System.arraycopy(SampleCards.ints(lie), 0, lying, at, 4);
            assertThat(refusal(lying)).as("%d", lie).startsWith("The PNG is ");
        }
    }

    @Test
    void read_manyChunks_areRefused() {
        byte[][] chunks =
                Collections.nCopies(Png.MOST_CHUNKS, SampleCards.chunk("prVt")).toArray(new byte[0][]);
        assertThat(refusal(SampleCards.png(chunks))).isEqualTo("The PNG has more than 20000 chunks; no card has.");
    }

    @Test
    void read_pictureWithoutACard_saysSo() {
        String sentence = "There is no character card in the picture; chats and galleries often remove it, so get the"
                + " original file.";
        assertThat(refusal(SampleCards.png())).isEqualTo(sentence);
        assertThat(refusal(SampleCards.png(SampleCards.tEXt("charade", new byte[9]))))
                .isEqualTo(sentence);
        assertThat(refusal(SampleCards.png(SampleCards.chunk("tEXt", SampleCards.latin("chara")))))
                .isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            %%%%     | The card in the picture is not base64; export it once more from its source.
            e30      | This JSON is no character card: it has neither data nor a description.
            W10=     | A card is a JSON object in braces; this is something else.
            AAAA     | This is not JSON here; export the card once more from its source.
            /////    | The card in the picture is not base64; export it once more from its source.
            ////     | A character here is not UTF-8; save the file as UTF-8.
            """)
    void read_junkInTheChunk_isOneSentence(String text, String sentence) {
        assertThat(refusal(SampleCards.png(SampleCards.tEXt("chara", SampleCards.latin(text)))))
                .isEqualTo(sentence);
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String message(byte[] content) {
        return String.valueOf(thrown(content).getMessage());
    }

    private static String refusal(byte[] content) {
        assertThat(thrown(content).problems()).hasSize(1);
        return thrown(content).problems().get(0).sentence();
    }

    private static CharacterFileException thrown(byte[] content) {
        CharacterFileException e =
                catchThrowableOfType(CharacterFileException.class, () -> CharacterImport.read("card", content));
        assertThat(e).isNotNull();
        return e;
    }
}
