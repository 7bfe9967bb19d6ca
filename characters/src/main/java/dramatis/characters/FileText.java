package dramatis.characters;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a file and the text in them: capped, UTF-8 and nothing else, a byte order mark tolerated. */
final class FileText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private FileText() {}

    /** At most {@code cap} bytes; a longer, absent or unreadable file is refused. */
    static byte[] bytes(Path file, int cap) {
        refuseAbsent(file);
        try {
            refuseLarger(file.toString(), Files.size(file), cap); // spares the reading; the size may change yet
        } catch (IOException e) {
            throw unreadable(file);
        }
        byte[] bytes = head(file, cap + 1);
        refuseLarger(file.toString(), bytes.length, cap);
        return bytes;
    }

    /** The first bytes, at most {@code most}; an absent or unreadable file is refused. */
    static byte[] head(Path file, int most) {
        refuseAbsent(file);
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw unreadable(file);
        }
    }

    private static void refuseAbsent(Path file) {
        if (Files.isDirectory(file)) {
            throw refusal(file.toString(), Place.NONE, "This is a folder; name a file in it.");
        }
        if (!Files.isRegularFile(file)) {
            throw refusal(file.toString(), Place.NONE, "There is no such file; check the path.");
        }
    }

    private static CharacterFileException unreadable(Path file) {
        return refusal(file.toString(), Place.NONE, "The file cannot be read; check its permissions.");
    }

    static void refuseLarger(String file, long size, int cap) {
        if (size > cap) {
            String most = cap >= 1 << 20 ? (cap >> 20) + " MiB" : (cap >> 10) + " KiB";
            throw refusal(file, Place.NONE, "The file is larger than " + most + ", the most that is read; shorten it.");
        }
    }

    static String decode(String file, byte[] bytes) {
        if (startsAsUtf16(bytes)) {
            throw refusal(file, Place.NONE, "The file is UTF-16, not UTF-8; save it as UTF-8.");
        }
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            throw refusal(
                    file, Place.at(text, text.length()), "A character here is not UTF-8; save the file as UTF-8.");
        }
        return text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK
                ? text.subSequence(1, text.length()).toString()
                : text.toString();
    }

    private static boolean startsAsUtf16(byte[] bytes) {
        return bytes.length >= 2
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
    }

    static CharacterFileException refusal(String file, Place place, String sentence) {
        return new CharacterFileException(new CharacterProblem(file, "", place.line(), place.column(), sentence));
    }
}
