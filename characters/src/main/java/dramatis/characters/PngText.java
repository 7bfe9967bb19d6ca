package dramatis.characters;

import dramatis.characters.Png.Chunk;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The three kinds of text chunks: {@code tEXt}, {@code zTXt} and {@code iTXt} (W3C PNG specification, section 11.3.3). */
final class PngText {
    private static final Set<String> TYPES = Set.of("tEXt", "zTXt", "iTXt");

    private PngText() {}

    /** Whether a chunk is a text of this keyword, capitals apart. */
    static boolean is(byte[] bytes, Chunk chunk, String keyword) {
        int end = chunk.start() + keyword.length();
        return TYPES.contains(chunk.type())
                && end < chunk.end()
                && bytes[end] == 0
                && new String(bytes, chunk.start(), keyword.length(), StandardCharsets.ISO_8859_1)
                        .equalsIgnoreCase(keyword);
    }

    /** The text of a chunk that {@linkplain #is is} one. */
    static byte[] content(String file, byte[] bytes, Chunk chunk, Inflation inflation) {
        int start = afterZero(bytes, chunk, chunk.start());
        boolean packed = chunk.type().equals("zTXt");
        if (packed) {
            start += 1; // the method, of which there is one
        } else if (chunk.type().equals("iTXt")) {
            packed = start < chunk.end() && bytes[start] != 0;
            start = afterZero(bytes, chunk, afterZero(bytes, chunk, start + 2)); // flag and method, language, keyword
        }
        int from = Math.min(start, chunk.end());
        return packed
                ? unpacked(file, chunk, inflation.inflate(bytes, from, chunk.end() - from))
                : Arrays.copyOfRange(bytes, from, chunk.end());
    }

    private static byte[] unpacked(String file, Chunk chunk, Optional<byte[]> text) {
        return text.orElseThrow(() -> FileText.refusal(
                file,
                Place.NONE,
                "The packed card in the picture's " + chunk.type() + " chunk is damaged, or unpacks to more than is"
                        + " read; export it once more from its source."));
    }

    private static int afterZero(byte[] bytes, Chunk chunk, int from) {
        int at = from;
        while (at < chunk.end() && bytes[at] != 0) {
            at++;
        }
        return at + 1;
    }
}
