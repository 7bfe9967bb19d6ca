package dramatis.characters;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks zlib data, and stops at a cap: a megabyte may unpack to a gigabyte. Used once. */
final class Inflation {
    private static final int START = 8 << 10;

    private final int cap;
    private int produced;

    /** @param cap the most bytes that are unpacked */
    Inflation(int cap) {
        this.cap = cap;
    }

    /** What was packed; empty when it is longer than the cap, cut off or no zlib data. */
    Optional<byte[]> inflate(byte[] packed, int offset, int length) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed, offset, length);
            return all(inflater);
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    private Optional<byte[]> all(Inflater inflater) throws DataFormatException {
        byte[] out = new byte[Math.min(START, cap)];
        while (!inflater.finished()) {
            int count = inflater.inflate(out, produced, out.length - produced);
            produced += count;
            if (produced == out.length && out.length < cap) {
                out = Arrays.copyOf(out, (int) Math.min(2L * out.length, cap));
            } else if (count == 0 && !inflater.finished()) {
                return Optional.empty(); // wants more input, or a dictionary, or room beyond the cap
            }
        }
        return Optional.of(Arrays.copyOf(out, produced));
    }

    /** How many bytes were unpacked, kept or not. */
    int produced() {
        return produced;
    }
}
