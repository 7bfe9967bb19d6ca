package dramatis.characters;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A PNG as its chunks (W3C PNG specification, section 5). The picture itself is never decoded: its size stands in the
 * first chunk, and texts have chunks of their own. Immutable; no bytes are copied before some are written.
 */
final class Png {
    /** A picture of this width or height is refused, for whoever decodes it later. */
    static final int TOO_LONG = 10_000;

    /** Of more chunks than these nothing is drawn. */
    static final int MOST_CHUNKS = 20_000;

    private static final Set<String> TEXTS = Set.of("tEXt", "zTXt", "iTXt");
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int CHECKSUM = 4; // behind a chunk's data
    private static final int FRAME = 12; // a chunk's length, type and checksum
    private static final int SIZE = 13; // of the first chunk, IHDR

    /**
     * One chunk.
     *
     * @param type four letters
     * @param start where its data begins in the file
     * @param length of its data
     */
    record Chunk(String type, int start, int length) {
        int end() {
            return start + length;
        }
    }

    private final byte[] bytes;
    private final List<Chunk> chunks;

    private Png(byte[] bytes, List<Chunk> chunks) {
        this.bytes = bytes;
        this.chunks = chunks;
    }

    static boolean begins(byte[] bytes) {
        return bytes.length >= 4 && Arrays.equals(bytes, 0, 4, SIGNATURE, 0, 4);
    }

    /** The chunks up to the end that the file itself names; what follows it is not looked at. */
    static Png read(String file, byte[] bytes) {
        if (!Arrays.equals(Arrays.copyOf(bytes, SIGNATURE.length), SIGNATURE)) {
            throw FileText.refusal(
                    file, Place.NONE, "The PNG is damaged at its beginning; it was not copied as a binary file.");
        }
        List<Chunk> chunks = new ArrayList<>();
        Chunk chunk = chunk(file, bytes, SIGNATURE.length, 0);
        chunks.add(chunk);
        while (!chunk.type.equals("IEND")) {
            chunk = chunk(file, bytes, chunk.end() + CHECKSUM, chunks.size());
            chunks.add(chunk);
        }
        refuseSize(file, bytes, chunks.get(0));
        return new Png(bytes, List.copyOf(chunks));
    }

    private static Chunk chunk(String file, byte[] bytes, int at, int number) {
        if (number == MOST_CHUNKS) {
            throw FileText.refusal(file, Place.NONE, "The PNG has more than " + MOST_CHUNKS + " chunks; no card has.");
        }
        if (bytes.length - at < FRAME) {
            throw FileText.refusal(file, Place.NONE, "The PNG is cut off; copy or download it once more.");
        }
        int length = ByteBuffer.wrap(bytes).getInt(at);
        String type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
        if (!type.chars().allMatch(Png::isLetter)) {
            throw FileText.refusal(file, Place.NONE, "The PNG is damaged: chunk " + (number + 1) + " has no type.");
        }
        if (length < 0 || length > bytes.length - at - FRAME) {
            throw FileText.refusal(
                    file,
                    Place.NONE,
                    "The PNG is cut off, or damaged: its chunk " + type + " is said to be longer than the file.");
        }
        return new Chunk(type, at + 8, length);
    }

    private static void refuseSize(String file, byte[] bytes, Chunk first) {
        if (!first.type.equals("IHDR") || first.length != SIZE) {
            throw FileText.refusal(file, Place.NONE, "The PNG is damaged: it does not begin with the picture's size.");
        }
        int width = ByteBuffer.wrap(bytes).getInt(first.start);
        int height = ByteBuffer.wrap(bytes).getInt(first.start + 4);
        if (width <= 0 || height <= 0 || width >= TOO_LONG || height >= TOO_LONG) {
            String size = Integer.toUnsignedString(width) + " × " + Integer.toUnsignedString(height);
            throw FileText.refusal(
                    file,
                    Place.NONE,
                    "The picture is " + size + " pixels; a side must have fewer than " + TOO_LONG + ", so shrink it.");
        }
    }

    /** The first text chunk of a keyword. */
    Optional<Chunk> text(String keyword) {
        return chunks.stream().filter(c -> PngText.is(bytes, c, keyword)).findFirst();
    }

    /** What a text chunk says, at most {@code cap} bytes of it. */
    byte[] content(String file, Chunk chunk, int cap) {
        return PngText.content(file, bytes, chunk, new Inflation(cap));
    }

    /** Whether a chunk's checksum is right. */
    boolean isSound(Chunk chunk) {
        return ByteBuffer.wrap(bytes).getInt(chunk.end()) == checksum(bytes, chunk.start - 4, chunk.length + 4);
    }

    /** This picture with other texts: those of the given keywords are replaced, all other chunks stay as they are. */
    byte[] with(Map<String, byte[]> texts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        out.writeBytes(SIGNATURE);
        for (Chunk chunk : chunks) {
            if (chunk.type.equals("IEND")) {
                texts.forEach((keyword, text) -> write(out, keyword, text));
            }
            if (texts.keySet().stream().noneMatch(keyword -> PngText.is(bytes, chunk, keyword))) {
                out.write(bytes, chunk.start - 8, chunk.length + FRAME);
            }
        }
        return out.toByteArray();
    }

    /** This picture without any text: what may be shown to everybody. */
    byte[] bare() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        out.writeBytes(SIGNATURE);
        chunks.stream()
                .filter(chunk -> !TEXTS.contains(chunk.type))
                .forEach(chunk -> out.write(bytes, chunk.start - 8, chunk.length + FRAME));
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, String keyword, byte[] text) {
        byte[] key = keyword.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer chunk = ByteBuffer.allocate(FRAME + key.length + 1 + text.length);
        chunk.putInt(key.length + 1 + text.length)
                .put("tEXt".getBytes(StandardCharsets.ISO_8859_1))
                .put(key)
                .put((byte) 0)
                .put(text);
        chunk.putInt(checksum(chunk.array(), 4, chunk.position() - 4));
        out.writeBytes(chunk.array());
    }

    private static int checksum(byte[] bytes, int start, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, start, length);
        return (int) crc.getValue();
    }

    private static boolean isLetter(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
