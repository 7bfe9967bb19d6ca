package dramatis.discord;

import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Discord writes in messages for people, roles, channels, emoji, commands and times, as text that can be read
 * ({@code https://discord.com/developers/docs/reference#message-formatting}). Pure.
 */
final class ReadableText {
    private static final Pattern MARKUP =
            Pattern.compile("<@!?(?<user>\\d+)>|<@&(?<role>\\d+)>|<#(?<channel>\\d+)>|<a?:(?<emoji>\\w+):\\d+>"
                    + "|</(?<command>[^:>]{1,100}):\\d+>|<t:(?<time>-?\\d{1,12})(?::[a-zA-Z])?>");

    private ReadableText() {}

    /** What ids stand for; an id is answered where it is not known. */
    record Names(UnaryOperator<String> user, UnaryOperator<String> role, UnaryOperator<String> channel) {}

    static String text(String raw, Names names) {
        return MARKUP.matcher(raw).replaceAll(found -> quoted(readable(found, names)));
    }

    private static String readable(MatchResult found, Names names) {
        if (found.group(1) != null) {
            return "@" + names.user().apply(found.group(1));
        }
        if (found.group(2) != null) {
            return "@" + names.role().apply(found.group(2));
        }
        if (found.group(3) != null) {
            return "#" + names.channel().apply(found.group(3));
        }
        if (found.group(4) != null) {
            return ":" + found.group(4) + ":";
        }
        return found.group(5) != null
                ? "/" + found.group(5)
                : Instant.ofEpochSecond(Long.parseLong(found.group(6))).toString();
    }

    private static String quoted(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }
}
