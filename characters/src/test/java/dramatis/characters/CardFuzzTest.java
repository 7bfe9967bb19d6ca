package dramatis.characters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Damaged cards are refused or read, and what is read can be written; nothing else happens. */
@Timeout(120)
class CardFuzzTest {
    private static final int ROUNDS = 3_000;

    private static final List<byte[]> JSON =
            SampleCards.names().stream().map(SampleCards::json).toList();

    private int read;

    @Test
    void json_damaged_isReadOrRefused() {
        mutate(1, (random, json) -> damaged(random, json));
    }

    @Test
    void picture_damaged_isReadOrRefused() {
        mutate(2, (random, json) -> damaged(random, picture(random, json)));
    }

    @Test
    void picture_damagedWithinItsChunk_isReadOrRefused() {
        mutate(3, (random, json) -> picture(random, damaged(random, json)));
    }

    /** Most of these are still cards, so that what comes after reading is tried too. */
    @Test
    void json_piecesExchanged_isReadOrRefused() {
        String[] pieces = {
            "*",
            "**",
            "{{user}}",
            "{{char}}",
            "{{original}}",
            "<START>",
            "<role_action>",
            "</role_action>",
            "<b>",
            "<",
            "\\n",
            "\\n\\n",
            ":",
            "\\u0000",
            "\\ud83d",
            "null",
            "[]",
            "{}",
            "1e99",
            "\"",
            ",",
            "\\",
            "孙"
        };
        mutate(4, (random, json) -> {
            byte[] piece = pieces[random.nextInt(pieces.length)].getBytes(java.nio.charset.StandardCharsets.UTF_8);
            int at = random.nextInt(json.length);
            return SampleCards.joined(Arrays.copyOf(json, at), piece, Arrays.copyOfRange(json, at, json.length));
        });
        assertThat(read).isGreaterThan(ROUNDS / 10);
    }

    private void mutate(int seed, BiFunction<Random, byte[], byte[]> damage) {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            tryOut(i, damage.apply(random, JSON.get(random.nextInt(JSON.size()))));
        }
    }

    private void tryOut(int round, byte[] content) {
        try {
            for (Imported imported : CharacterImport.read("card", content)) {
                read++;
                byte[] written = CharacterExport.json(imported.persona(), imported.card(), CardSpec.V2);
                assertThat(SampleCards.read(written).persona())
                        .as("round %d", round)
                        .isEqualTo(imported.persona());
            }
        } catch (CharacterFileException e) {
            assertThat(e.problems()).isNotEmpty();
        }
    }

    private static byte[] picture(Random random, byte[] json) {
        byte[] text = SampleCards.base64(json);
        return switch (random.nextInt(4)) {
            case 0 -> SampleCards.png(SampleCards.tEXt("chara", text));
            case 1 -> SampleCards.png(SampleCards.zTXt("ccv3", text));
            case 2 -> SampleCards.png(SampleCards.iTXt("ccv3", true, text));
            default -> SampleCards.png(SampleCards.iTXt("chara", false, text), SampleCards.tEXt("ccv3", text));
        };
    }

    private static byte[] damaged(Random random, byte[] whole) {
        byte[] bytes = whole.clone();
        for (int n = 1 + random.nextInt(3); n > 0 && bytes.length > 1; n--) {
            bytes = damagedOnce(random, bytes);
        }
        return bytes;
    }

    private static byte[] damagedOnce(Random random, byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(40));
        byte[] before = Arrays.copyOf(bytes, at);
        byte[] piece = Arrays.copyOfRange(bytes, at, at + length);
        byte[] after = Arrays.copyOfRange(bytes, at + length, bytes.length);
        switch (random.nextInt(5)) {
            case 0 -> piece[0] ^= (byte) (1 << random.nextInt(8));
            case 1 -> random.nextBytes(piece);
            case 2 -> piece = new byte[0];
            case 3 -> piece = SampleCards.joined(piece, piece);
            default -> after = random.nextInt(4) == 0 ? new byte[0] : splice(random);
        }
        return SampleCards.joined(before, piece, after);
    }

    private static byte[] splice(Random random) {
        byte[] other = JSON.get(random.nextInt(JSON.size()));
        return Arrays.copyOfRange(other, random.nextInt(other.length), other.length);
    }
}
