package dramatis.characters;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The placeholders in a card's texts, in the spelling that prompts are built with: {@code {{user}}} and {@code {{char}}},
 * which stay in storage. Every pattern here stops at the next brace or bracket, so that it is linear.
 */
final class Macros {
    static final String USER = "{{user}}";
    static final String CHARACTER = "{{char}}";

    private static final Pattern NAMES = Pattern.compile("(?i)\\{\\{\\s*+(user|char|bot)\\s*+}}|<(user|bot|char)>");
    private static final Pattern COMMENT = Pattern.compile("\\{\\{//[^{}]*+}}");
    private static final Pattern ORIGINAL = Pattern.compile("(?i)\\{\\{\\s*+original\\s*+}}");
    private static final Pattern OTHER = Pattern.compile("\\{\\{\\s*+(?!(?i:user|char)\\b)([\\p{L}_]{1,20})[^{}]*+}}");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

    private final String nickname;

    /** @param nickname what {@code {{char}}} is replaced by; empty where it is the name, which the prompt knows */
    Macros(String nickname) {
        this.nickname = nickname;
    }

    /** A text as it is stored: placeholders spelt one way, no comments, no control characters, no space around it. */
    String of(String raw) {
        String lines = raw.replace("\r\n", "\n").replace('\r', '\n');
        String seen = UNSEEN.matcher(lines).replaceAll("");
        String spelt = NAMES.matcher(COMMENT.matcher(seen).replaceAll(""))
                .replaceAll(name -> Matcher.quoteReplacement(isUser(name.group()) ? USER : character()));
        return spelt.strip();
    }

    /** Texts as they are stored. */
    List<String> of(List<String> raw) {
        return raw.stream().map(this::of).toList();
    }

    /** A text in one line. */
    String line(String raw) {
        return of(raw).replaceAll("\\s+", " ");
    }

    /**
     * Instructions as they are stored. {@code {{original}}} stands for those of the program, which always follow the
     * profile in the prompt; so it is honoured by being taken out.
     */
    String instructions(String raw) {
        return Arrays.stream(ORIGINAL.split(of(raw)))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    /** A text to be written into a card whose nickname takes {@code {{char}}}'s place: the name is spelt out. */
    static String spelled(String text, String name) {
        return NAMES.matcher(text)
                .replaceAll(gap -> Matcher.quoteReplacement(isUser(gap.group()) ? gap.group() : name));
    }

    /** The words of macros that are not read and stand in the text as they are. */
    static Set<String> unread(String text) {
        return OTHER.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String character() {
        return nickname.isEmpty() ? CHARACTER : nickname;
    }

    private static boolean isUser(String name) {
        return name.toLowerCase(Locale.ROOT).contains("user");
    }
}
