package dramatis.characters;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes one text as YAML, in the form that a person would choose: plain, quoted, folded or literal. */
final class YamlText {
    /** Lines are wrapped here, indentation included. */
    private static final int WIDTH = 100;

    /** Longer texts are folded. */
    private static final int SHORT = 72;

    private static final Pattern PLAIN = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N} '’._()-]*(?<! )");
    private static final Pattern WORD_WITH_A_MEANING = Pattern.compile("(?i)null|true|false|yes|no|on|off|y|n");
    /** What a block can hold as it is: all that YAML prints, less what somebody takes for a line break. */
    private static final Pattern BLOCK = Pattern.compile(
            "[\\t\\n -~\u00A0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD" + "\\x{10000}-\\x{10FFFF}]*");

    private YamlText() {}

    /** After {@code key:} or {@code -}, with the space before it; lines of a block are indented by {@code indent}. */
    static String of(String text, int indent) {
        if (isPlain(text)) {
            return " " + text;
        }
        String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        if (!BLOCK.matcher(text).matches() || body.isEmpty() || isEdgedWithSpace(body)) {
            return " " + escaped(text);
        }
        if (text.indexOf('\n') >= 0) {
            return (text.equals(body) ? " |-" : " |") + indented(body.lines().toList(), indent);
        }
        return isQuotable(text) ? " \"" + text + "\"" : " >-" + indented(wrapped(text, WIDTH - indent), indent);
    }

    private static boolean isQuotable(String text) {
        return text.length() <= SHORT && text.chars().noneMatch(c -> c == '"' || c == '\\' || c == '\t');
    }

    static boolean isPlain(String text) {
        return text.length() <= SHORT
                && PLAIN.matcher(text).matches()
                && !WORD_WITH_A_MEANING.matcher(text).matches();
    }

    private static boolean isEdgedWithSpace(String text) {
        return Character.isWhitespace(text.charAt(0)) || Character.isWhitespace(text.charAt(text.length() - 1));
    }

    private static String indented(List<String> lines, int indent) {
        StringBuilder out = new StringBuilder();
        for (String line : lines) {
            out.append('\n').append(line.isEmpty() ? "" : " ".repeat(indent) + line);
        }
        return out.toString();
    }

    /** Broken at single spaces only: a folded block gives back exactly one for each break. */
    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        int last = -1;
        for (int i = 1; i < text.length() - 1; i++) {
            boolean single = text.charAt(i) == ' ' && isInk(text.charAt(i - 1)) && isInk(text.charAt(i + 1));
            if (single && last > start && i - start > width) {
                lines.add(text.substring(start, last));
                start = last + 1;
            }
            last = single ? i : last;
        }
        if (last > start && text.length() - start > width) {
            lines.add(text.substring(start, last));
            start = last + 1;
        }
        lines.add(text.substring(start));
        return lines;
    }

    private static boolean isInk(char c) {
        return c != ' ' && c != '\t';
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                    String s = Character.toString(c);
                    out.append(BLOCK.matcher(s).matches() ? s : String.format(c > 0xFFFF ? "\\U%08x" : "\\u%04x", c));
                }
            }
        });
        return out.append('"').toString();
    }
}
