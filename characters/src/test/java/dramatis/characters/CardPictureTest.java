package dramatis.characters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dramatis.persona.Persona;
import dramatis.persona.Portraits;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cards in PNGs. */
class CardPictureTest {
    private static final byte[] BASE64 = SampleCards.base64(SampleCards.json("sillytavern"));

    /** Its base64 ends with padding and has both letters in it that alphabets differ in. */
    private static final String ODD = "{\"name\":\"Ada\",\"description\":\"?~>\u00fe?~>>\u00ff??~~\"} ";

    static Stream<byte[]> chunks() {
        return Stream.of(
                SampleCards.tEXt("chara", BASE64),
                SampleCards.tEXt("Chara", BASE64),
                SampleCards.zTXt("chara", BASE64),
                SampleCards.iTXt("chara", false, BASE64),
                SampleCards.iTXt("chara", true, BASE64),
                SampleCards.tEXt("ccv3", BASE64));
    }

    @ParameterizedTest
    @MethodSource("chunks")
    void read_textChunkOfAnyKind_isTheCard(byte[] chunk) {
        Imported imported = SampleCards.read(SampleCards.png(chunk));
        assertThat(imported.persona().name()).isEqualTo("Ilse Brandt");
        assertThat(imported.card().orElseThrow().isPicture()).isTrue();
    }

    @Test
    void read_bothChunks_theNewerKindCounts() {
        byte[] v3 = SampleCards.tEXt("ccv3", SampleCards.base64(SampleCards.json("v3")));
        byte[] v2 = SampleCards.tEXt("chara", BASE64);
        assertThat(SampleCards.read(SampleCards.png(v2, v3)).persona().name()).startsWith("Rosalind");
        assertThat(SampleCards.read(SampleCards.png(v3, v2)).persona().name()).startsWith("Rosalind");
    }

    @Test
    void read_base64AsItIsFound_isUnderstood() {
        String text = new String(SampleCards.base64(ODD.getBytes(StandardCharsets.UTF_8)), StandardCharsets.ISO_8859_1);
        String bare = text.replace("=", "");
        assertThat(text).endsWith("=").contains("+", "/");
        List<String> found = List.of(
                bare,
                bare.replace('+', '-').replace('/', '_'),
                text.replaceAll("(.{19})", "$1\r\n"),
                " " + text + "\n\0");
        assertThat(found)
                .allSatisfy(base64 -> assertThat(
                                SampleCards.read(SampleCards.png(SampleCards.tEXt("chara", SampleCards.latin(base64))))
                                        .persona()
                                        .name())
                        .isEqualTo("Ada"));
    }

    @Test
    void read_wrongChecksum_isTakenWithANote() {
        byte[] chunk = SampleCards.tEXt("chara", BASE64);
        chunk[chunk.length - 1] ^= 1;
        assertThat(SampleCards.read(SampleCards.png(chunk)).notes())
                .contains("The card's checksum in the picture is wrong; look through its texts for damage.");
        assertThat(SampleCards.read(SampleCards.png(SampleCards.tEXt("chara", BASE64)))
                        .notes()
                        .toString())
                .doesNotContain("checksum");
    }

    @Test
    void export_picture_keepsEveryOtherChunkAndReplacesCards() {
        byte[] before = SampleCards.tEXt("Comment", SampleCards.latin("by hand"));
        byte[] asset = SampleCards.tEXt("chara-ext-asset_:0", SampleCards.latin("AAAA"));
        byte[] after = SampleCards.chunk("prVt", new byte[] {1, 2, 3});
        after[after.length - 1] ^= 1; // not ours to repair
        Imported imported = SampleCards.read(SampleCards.png(
                before,
                SampleCards.zTXt("ccv3", BASE64),
                asset,
                SampleCards.tEXt("chara", BASE64),
                after,
                SampleCards.iTXt("CHARA", false, BASE64)));
        byte[] png = CharacterExport.png(imported.persona(), imported.card());
        List<byte[]> chunks = chunks(png);
        assertThat(chunks)
                .extracting(CardPictureTest::type)
                .containsExactly("IHDR", "IDAT", "tEXt", "tEXt", "prVt", "tEXt", "tEXt", "IEND");
        assertThat(chunks.subList(2, 5)).containsExactly(before, asset, after);
        assertThat(spec(chunks.get(5), "chara")).isEqualTo("chara_card_v2");
        assertThat(spec(chunks.get(6), "ccv3")).isEqualTo("chara_card_v3");
        assertThat(SampleCards.read(png).card().orElseThrow().isSound()).isTrue();
    }

    @Test
    void export_withoutAPicture_drawsOneThatOthersCanRead() throws IOException {
        Persona dracula = CharacterCatalog.bundled().find("dracula").orElseThrow();
        byte[] png = CharacterExport.png(dracula, Optional.empty());
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(InitialsPicture.SIZE);
        assertThat(image.getHeight()).isEqualTo(InitialsPicture.SIZE);
        assertThat(new Color(image.getRGB(0, 0))).isEqualTo(InitialsPicture.colour("Count Dracula"));
        assertThat(png).isEqualTo(CharacterExport.png(dracula, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Wren Hollowell=WH", "biscuit=B", "孙悟空=孙", "Mary-Ann of the \"Hill\"=MH", "!?=", "𝒜da 7=𝒜7"})
    void initials_areTheFirstAndTheLast(String pair) {
        String[] parts = pair.split("=", -1);
        assertThat(InitialsPicture.initials(parts[0])).isEqualTo(parts[1]);
    }

    @Test
    void draw_anyName_isAPicture() {
        assertThat(List.of("", "😀", "\uD83D", "\u0627\u0644\u0639", "x".repeat(9_000)))
                .allSatisfy(name -> assertThatCode(() -> Png.read("p", InitialsPicture.draw(name)))
                        .doesNotThrowAnyException());
        assertThat(InitialsPicture.colour("Ada")).isNotEqualTo(InitialsPicture.colour("Bob"));
    }

    @Test
    void portraits_sameNameOfTwoCharacters_differ(@TempDir Path folder) {
        Portraits portraits = new CharacterPortraits(folder.resolve("missing"));
        byte[] one = portraits.of("wren~1", "Wren").image();

        assertThat(portraits.of("wren~1", "Wren").image()).isEqualTo(one);
        assertThat(portraits.of("wren~2", "Wren").image()).isNotEqualTo(one);
        assertThatCode(() -> Png.read("p", one)).doesNotThrowAnyException();
    }

    @Test
    void portraits_characterOfACard_isItsPicture(@TempDir Path folder) throws IOException {
        Persona dracula = CharacterCatalog.bundled().find("dracula").orElseThrow();
        byte[] card = CharacterExport.png(dracula, Optional.empty());
        Imported imported = CharacterImport.read("dracula.png", card).get(0);
        CharacterFolder.add(folder, imported);

        byte[] picture = new CharacterPortraits(folder)
                .of(imported.persona().id(), "Dracula")
                .image();

        assertThat(ImageIO.read(new ByteArrayInputStream(picture)).getWidth()).isEqualTo(InitialsPicture.SIZE);
        assertThat(chunks(picture)).extracting(CardPictureTest::type).containsExactly("IHDR", "IDAT", "IEND");
    }

    private static List<byte[]> chunks(byte[] png) {
        List<byte[]> chunks = new ArrayList<>();
        for (int at = 8; at < png.length; ) {
            int end = at + 12 + ByteBuffer.wrap(png).getInt(at);
            chunks.add(Arrays.copyOfRange(png, at, end));
            at = end;
        }
        return chunks;
    }

    private static String type(byte[] chunk) {
        return new String(chunk, 4, 4, StandardCharsets.ISO_8859_1);
    }

    private static String spec(byte[] chunk, String keyword) {
        String text = new String(chunk, 8, chunk.length - 12, StandardCharsets.ISO_8859_1);
        assertThat(text).startsWith(keyword + "\0");
        byte[] json = Base64.getDecoder().decode(text.substring(keyword.length() + 1));
        return CardJson.read("f", json).path("spec").stringValue();
    }
}
