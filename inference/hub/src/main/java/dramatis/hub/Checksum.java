package dramatis.hub;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What a file is called by its content: 64 hexadecimal digits are its SHA-256 (large files), 40 its name as a git blob.
 *
 * @param hex in lower case; also the blob's file name in the cache
 */
record Checksum(String hex) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    Checksum {
        if (!isOne(hex)) {
            throw new IllegalArgumentException("a checksum must be 40 or 64 hexadecimal digits");
        }
    }

    static boolean isOne(String hex) {
        return HEX.matcher(hex).matches();
    }

    /** Begins to compute it for a file of that many bytes. */
    MessageDigest digest(long size) {
        if (hex.length() == 64) {
            return algorithm("SHA-256");
        }
        MessageDigest digest = algorithm("SHA-1");
        digest.update(("blob " + size + "\0").getBytes(US_ASCII));
        return digest;
    }

    boolean matches(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest()).equals(hex);
    }

    private static MessageDigest algorithm(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(name + " is part of every Java", e);
        }
    }
}
