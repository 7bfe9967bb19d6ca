package dramatis.discord;

import java.util.regex.Pattern;

/**
 * Makes text that Discord shows as it is written: no markup, list, heading, spoiler, mention, link or custom emoji comes
 * of it. A backslash before a sign of punctuation takes its meaning away
 * ({@code https://support.discord.com/hc/en-us/articles/210298617}). Pure, for any thread.
 */
final class Escape {
    private static final Pattern SIGNS = Pattern.compile("[\\\\*_~`|<\\[\\]]");
    private static final Pattern LINE_START = Pattern.compile("(?m)^(\\h*)([#>+-])");
    private static final Pattern NUMBERED = Pattern.compile("(?m)^(\\h*\\d+)([.)])");
    private static final Pattern LINK = Pattern.compile("(?i)\\b(https?|discord|mailto|tel|sms|steam):(?=\\S)");
    private static final Pattern EVERYBODY = Pattern.compile("@(?=everyone|here)");

    private Escape() {}

    /** A text, escaped; where it is taken apart, each line's beginning must be in one piece with it. */
    static String text(String plain) {
        String signs = SIGNS.matcher(plain).replaceAll("\\\\$0");
        String starts = LINE_START.matcher(signs).replaceAll("$1\\\\$2");
        String numbers = NUMBERED.matcher(starts).replaceAll("$1\\\\$2");
        String links = LINK.matcher(numbers).replaceAll("$1\\\\:");
        return EVERYBODY.matcher(links).replaceAll("\\\\@");
    }
}
