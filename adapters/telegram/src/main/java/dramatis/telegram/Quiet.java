package dramatis.telegram;

import java.util.regex.Pattern;

/**
 * Text that calls nobody: Telegram makes a mention of each {@code @name}, whoever wrote it. A word joiner, which nobody
 * sees, stands between the sign and the name. Pure.
 */
final class Quiet {
    private static final Pattern MENTION = Pattern.compile("(?<![\\w/])@(?=\\w)");

    private Quiet() {}

    static String text(String text) {
        return MENTION.matcher(text).replaceAll("@\u2060");
    }
}
