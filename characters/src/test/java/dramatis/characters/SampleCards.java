package dramatis.characters;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Cards written for the tests, in the manner of different programs, and pictures made around them. */
final class SampleCards {
    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private SampleCards() {}

    static List<String> names() {
        return List.of("v1", "sillytavern", "chub", "v3", "chinese", "her", "sloppy");
    }

    static byte[] json(String name) {
        try (InputStream in = SampleCards.class.getResourceAsStream("cards/" + name + ".json")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Imported read(byte[] content) {
        return CharacterImport.read("card", content).get(0);
    }

    static Imported read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] base64(byte[] json) {
        return Base64.getEncoder().encode(json);
    }

    /** A picture of one pixel with some chunks between its data and its end. */
    static byte[] png(byte[]... chunks) {
        return png(1, 1, chunks);
    }

    static byte[] png(int width, int height, byte[]... chunks) {
        return joined(
                SIGNATURE,
                header(width, height),
                chunk("IDAT", packed(new byte[] {0, 1, 2, 3})),
                joined(chunks),
                chunk("IEND"));
    }

    static byte[] header(int width, int height) {
        return chunk("IHDR", ints(width, height), new byte[] {8, 2, 0, 0, 0});
    }

    static byte[] tEXt(String keyword, byte[] text) {
        return chunk("tEXt", latin(keyword + "\0"), text);
    }

    static byte[] zTXt(String keyword, byte[] text) {
        return chunk("zTXt", latin(keyword + "\0\0"), packed(text));
    }

    static byte[] iTXt(String keyword, boolean packed, byte[] text) {
        return chunk(
                "iTXt",
                latin(keyword + "\0" + (packed ? "\1\0" : "\0\0") + "en\0card\0"),
                packed ? packed(text) : text);
    }

    static byte[] chunk(String type, byte[]... data) {
        byte[] body = joined(latin(type), joined(data));
        CRC32 crc = new CRC32();
        crc.update(body);
        return joined(ints(body.length - 4), body, ints((int) crc.getValue()));
    }

    static byte[] packed(byte[] data) {
        Deflater deflater = new Deflater();
        deflater.setInput(data);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] ints(int... values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(out)) {
            for (int value : values) {
                data.writeInt(value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
