package dramatis.characters;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Translates between what cards write, {@code *waves* Hello}, and HER's tags. */
final class Stagecraft {
    private static final Pattern STARRED = Pattern.compile("(?<![*\\\\])\\*([^*\\s](?:[^*]*[^*\\s])?)\\*(?!\\*)");
    private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*+/?>");
    private static final Pattern LAYOUT = Pattern.compile(
            "(?i)</?+(?:b|i|u|s|a|p|em|strong|small|big|center|font|span|div|hr|img|h[1-6]|details|summary)(?:\\s[^<>]*+|/)?+>");
    private static final Pattern THOUGHT = Pattern.compile("(?s)<role_thinking>.*?</role_thinking>\\s*+");
    private static final Pattern SEEN = Pattern.compile("(?s)<role_(action|speech)>(.*?)</role_\\1>");

    private Stagecraft() {}

    /**
     * A card's text in HER's tags: {@code *x*} becomes an action. A text that has such tags already keeps them and its
     * asterisks. HTML that lays out goes, for no chat shows it; what else looks like a tag begins with U+2039 afterwards, as
     * in prompts.
     */
    static String tagged(String text) {
        String flat = LAYOUT.matcher(BREAK.matcher(text).replaceAll("\n")).replaceAll("");
        String known = HerTags.neutral(flat.strip(), false);
        if (HerTags.problem(known).isPresent()) {
            return actions(HerTags.neutral(known, true));
        }
        return known.contains("<role_") ? known : actions(known);
    }

    private static String actions(String text) {
        StringBuilder out = new StringBuilder();
        Matcher starred = STARRED.matcher(text);
        int at = 0;
        while (starred.find(at)) {
            boolean action = isAction(starred.group(1));
            int end = action ? starred.end() : starred.start() + 1;
            out.append(text, at, starred.start());
            out.append(action ? "<role_action>" + starred.group(1) + "</role_action>" : "*");
            at = end;
        }
        return out.append(text, at, text.length()).toString();
    }

    /** An asterisk that is never closed ends with its paragraph; one between numbers multiplies. */
    private static boolean isAction(String words) {
        return !words.contains("\n\n") && words.codePoints().anyMatch(Character::isLetter);
    }

    /**
     * A text in HER's tags for a card: actions in asterisks, without the thoughts, which nobody may see.
     *
     * @param tagged a text in whose tags nothing is wrong
     */
    static String plain(String tagged) {
        String seen = THOUGHT.matcher(tagged).replaceAll("");
        return SEEN.matcher(seen)
                .replaceAll(part -> {
                    String words = part.group(2);
                    boolean action = part.group(1).equals("action");
                    return Matcher.quoteReplacement(action ? "*" + words.strip() + "*" : words);
                })
                .strip();
    }
}
