package dramatis.characters;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks the tags in a text written for a character. The parser of a model's output forgives everything; an author is
 * told instead, because a forgiven thought is a hidden greeting.
 */
final class HerTags {
    private static final List<String> KNOWN = List.of("role_thinking", "role_action", "role_speech");
    private static final Pattern TAG = Pattern.compile("<\\s*+(/?)\\s*+(\\p{L}[\\p{L}\\p{N}_-]*+)\\s*+>");

    private HerTags() {}

    /** What is wrong with the first wrong tag, if one is. */
    static Optional<String> problem(String text) {
        String open = "";
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            if (isComparison(tag)) {
                continue;
            }
            Optional<String> wrong = problem(tag, open);
            if (wrong.isPresent()) {
                return wrong;
            }
            open = tag.group(1).isEmpty() ? tag.group(2) : "";
        }
        return open.isEmpty() ? Optional.empty() : Optional.of("<" + open + "> is never closed; add </" + open + ">.");
    }

    /** {@code a < b > c} is speech: with spaces, only what is nearly one of ours was meant as a tag. */
    private static boolean isComparison(Matcher tag) {
        String name = tag.group(2);
        return tag.group().contains(" ")
                && !name.contains("think")
                && Nearest.to(name, KNOWN).isEmpty();
    }

    private static Optional<String> problem(Matcher tag, String open) {
        String name = tag.group(2);
        boolean opens = tag.group(1).isEmpty();
        String written = tag.group();
        if (!KNOWN.contains(name)) {
            return Optional.of(unknown(written, name));
        }
        if (!written.equals((opens ? "<" : "</") + name + ">")) {
            return Optional.of("A tag must be written without spaces: " + (opens ? "<" : "</") + name + ">.");
        }
        if (opens && !open.isEmpty()) {
            return Optional.of(written + " stands inside <" + open + ">; close that one first with </" + open + ">.");
        }
        if (!opens && open.isEmpty()) {
            return Optional.of(written + " closes nothing; put <" + name + "> where it begins.");
        }
        return opens || open.equals(name)
                ? Optional.empty()
                : Optional.of(written + " closes <" + open + ">; write </" + open + ">.");
    }

    private static String unknown(String written, String name) {
        String tag = Quoted.cut(written);
        if (name.contains("system") || name.equals("think")) {
            return tag + " is a model's plan, which only the model writes; delete it or use <role_thinking>.";
        }
        return Nearest.to(name, KNOWN)
                .map(near -> tag + " is not a tag; did you mean <" + near + ">?")
                .orElse(tag + " is not a tag; use <role_action>, <role_thinking> or plain text.");
    }

    /**
     * A text in which what looks like a tag begins with U+2039, which looks alike and begins none.
     *
     * @param all ours too, not only those that nobody knows
     */
    static String neutral(String text, boolean all) {
        return TAG.matcher(text).replaceAll(tag -> {
            boolean ours = KNOWN.contains(tag.group(2));
            String written = tag.group();
            return Matcher.quoteReplacement(ours && !all ? written : '‹' + written.substring(1));
        });
    }

    /** Whether anything is left for others to see: an action or speech. */
    static boolean showsSomething(String text) {
        String seen = text.replaceAll("(?s)<role_thinking>.*?</role_thinking>", "");
        return !TAG.matcher(seen).replaceAll("").isBlank();
    }
}
