package dramatis.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of a model on a {@link HubServer}.
 *
 * @param name its path, with slashes
 * @param size in bytes
 * @param large kept apart from the repository (git LFS), as weights are: named by SHA-256, served by another host
 * @param checksum SHA-256 of a large file, the git blob's name of another
 * @param content where its bytes come from
 */
public record HubServerFile(String name, long size, boolean large, String checksum, Content content) {
    /** Writes the bytes from one place up to another. */
    public interface Content {
        void write(long from, long to, OutputStream out) throws IOException;
    }

    public HubServerFile {
        requireNonNull(name, "name");
        requireNonNull(checksum, "checksum");
        requireNonNull(content, "content");
    }

    public static HubServerFile small(String name, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return new HubServerFile(name, bytes.length, false, gitName(bytes), of(bytes));
    }

    public static HubServerFile large(String name, byte[] bytes) {
        byte[] kept = bytes.clone();
        return new HubServerFile(name, kept.length, true, hex("SHA-256", kept), of(kept));
    }

    /** A large file of zeros, which takes no memory; its SHA-256 is the caller's to know. */
    public static HubServerFile zeros(String name, long size, String sha256) {
        return new HubServerFile(name, size, true, sha256, (from, to, out) -> {
            byte[] zeros = new byte[1 << 16];
            for (long at = from; at < to; at += zeros.length) {
                out.write(zeros, 0, (int) Math.min(zeros.length, to - at));
            }
        });
    }

    private static Content of(byte[] bytes) {
        return (from, to, out) -> out.write(bytes, (int) from, (int) (to - from));
    }

    private static String gitName(byte[] bytes) {
        ByteArrayOutputStream blob = new ByteArrayOutputStream();
        blob.writeBytes(("blob " + bytes.length + "\0").getBytes(UTF_8));
        blob.writeBytes(bytes);
        return hex("SHA-1", blob.toByteArray());
    }

    private static String hex(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(algorithm + " is part of every Java", e);
        }
    }
}
