package dramatis.testkit;

import static dramatis.testkit.DiscordServerJson.has;
import static dramatis.testkit.DiscordServerJson.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A picture as it is sent ("Image Data"): its hash stands for it from then on. */
final class DiscordServerPicture {
    private static final Pattern DATA = Pattern.compile("data:image/(png|jpeg|gif|webp);base64,(.*)", Pattern.DOTALL);

    private DiscordServerPicture() {}

    /** The hash of the picture in the field {@code avatar}; empty without one. */
    static String hash(JsonNode body) {
        if (!has(body, "avatar")) {
            return "";
        }
        Matcher data = DATA.matcher(text(body, "avatar"));
        if (!data.matches()) {
            throw refusal();
        }
        byte[] bytes = decoded(data.group(2));
        String head = new String(bytes, ISO_8859_1);
        boolean known = head.startsWith("\u0089PNG")
                || head.startsWith("\u00ff\u00d8\u00ff")
                || head.startsWith("GIF8")
                || head.startsWith("RIFF");
        if (!known) {
            throw refusal();
        }
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(bytes);
            return String.format("%032x", new BigInteger(1, digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw refusal();
        }
    }

    private static DiscordServerRefusal refusal() {
        return DiscordServerRefusal.form("avatar", "IMAGE_INVALID", "Invalid image data");
    }
}
