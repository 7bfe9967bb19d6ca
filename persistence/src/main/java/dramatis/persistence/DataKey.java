package dramatis.persistence;

import java.util.HexFormat;

/** What a database and its backups are encrypted with. Whoever loses it loses them. */
public final class DataKey {
    private static final int SHORTEST = 16;

    private final String filePassword;

    private DataKey(String filePassword) {
        this.filePassword = filePassword;
    }

    /**
     * The key that a text is, whatever characters it has.
     *
     * @throws IllegalArgumentException where it is too short to keep anybody out; the text is not in the message
     */
    public static DataKey of(String text) {
        if (text.length() < SHORTEST) {
            throw new IllegalArgumentException("A data key has at least " + SHORTEST
                    + " characters: take random ones, such as 'openssl rand -base64 32' prints.");
        }
        return new DataKey(HexFormat.of().formatHex(Sha256.of(text)));
    }

    /** For H2 alone, which takes no spaces in it. */
    String filePassword() {
        return filePassword;
    }

    @Override
    public String toString() {
        return "…";
    }
}
