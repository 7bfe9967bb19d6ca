package dramatis.discord;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A character's name as Discord takes it for a webhook: 1 to 80 characters, without two words
 * ({@code https://discord.com/developers/docs/resources/webhook#create-webhook}).
 */
final class HookName {
    private static final int LONGEST = 80;
    private static final Pattern FORBIDDEN = Pattern.compile("(?i)(cly)(de)|(disc)(ord)");
    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    /** Joins letters without being seen. */
    private static final String JOINER = "\u2060";

    private HookName() {}

    static String of(String name) {
        String allowed = FORBIDDEN.matcher(name.strip()).replaceAll(HookName::parted);
        String fitting = fitting(allowed);
        return fitting.isEmpty() ? "?" : fitting;
    }

    private static String parted(MatchResult word) {
        return word.group(1) == null ? word.group(3) + JOINER + word.group(4) : word.group(1) + JOINER + word.group(2);
    }

    private static String fitting(String name) {
        StringBuilder fitting = new StringBuilder();
        Matcher grapheme = GRAPHEME.matcher(name);
        while (grapheme.find() && fitting.length() + grapheme.group().length() <= LONGEST) {
            fitting.append(grapheme.group());
        }
        return fitting.toString().strip();
    }
}
