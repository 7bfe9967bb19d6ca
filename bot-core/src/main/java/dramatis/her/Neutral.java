package dramatis.her;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * What people and cards may not do to a prompt: make a control token, a tag of HER's, or another speaker's line. Done
 * once, before a prompt is rendered. Pure functions, for any thread.
 *
 * <p>A {@code <} that could begin a tag or a token becomes U+2039, which looks alike and begins neither. It could where a
 * letter, a slash or a bar follows, white space and ASCII punctuation apart; {@code <3} stays.
 */
public final class Neutral {
    /** The longest display name, in code points. */
    static final int LONGEST_NAME = 64;

    private static final char ALIKE = '‹';
    private static final String NOBODY = "Someone";

    private Neutral() {}

    /**
     * A person's text: no tags, no tokens, and {@code > } before each line that begins with {@code ===} or with a
     * participant's {@code Name:}. Line breaks of all kinds become {@code \n}; other control characters go.
     *
     * @param participants the names of everyone who takes part, the person's own included
     */
    public static String text(String text, Collection<String> participants) {
        Names.Known names = Names.known(participants);
        return Arrays.stream(plain(text).split("\n", -1))
                .map(line -> quoted(line, names))
                .collect(Collectors.joining("\n"));
    }

    /** What a person says about themselves: like a text, with nobody's lines to guard. */
    static String about(String text) {
        return Strip.spaces(plain(text));
    }

    /** A text of a card or a scene: it keeps HER's tags, and makes no token. */
    public static String card(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            boolean token = text.charAt(i) == '<' && i + 1 < text.length() && isBar(text.charAt(i + 1));
            kept.append(token ? ALIKE : text.charAt(i));
        }
        return kept.toString();
    }

    /**
     * A display name as it stands before a colon: one line, no control characters, colons, angle brackets or leading
     * {@code =}, at most {@value #LONGEST_NAME} code points.
     */
    public static String name(String name) {
        StringBuilder kept = new StringBuilder();
        for (int point : name.codePoints().limit(LONGEST_NAME * 4L).toArray()) {
            boolean space = point < 0x10000 && (Names.isSpace((char) point) || Names.isColon((char) point));
            if (space && !kept.isEmpty() && kept.charAt(kept.length() - 1) != ' ') {
                kept.append(' ');
            } else if (!space && isNamePart(point) && (point != '=' || !kept.isEmpty())) {
                kept.appendCodePoint(point);
            }
        }
        int end = kept.offsetByCodePoints(0, Math.min(LONGEST_NAME, kept.codePointCount(0, kept.length())));
        String clean = Strip.spaces(kept.substring(0, end));
        return Names.fold(clean).isEmpty() ? NOBODY : clean;
    }

    private static boolean isNamePart(int point) {
        int type = Character.getType(point);
        return point != '<'
                && point != '>'
                && type != Character.CONTROL
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED
                && !isDirection(point);
    }

    /** Marks that turn or override the direction of writing. */
    private static boolean isDirection(int point) {
        return (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
    }

    private static String plain(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Names.isLineBreak(c)) {
                i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
                kept.append('\n');
            } else if (c == '\t' || !Character.isISOControl(c)) {
                kept.append(c == '<' && opens(text, i + 1) ? ALIKE : c);
            }
        }
        return kept.toString();
    }

    private static boolean opens(String text, int from) {
        int at = from;
        while (at < text.length() && TagNames.isBeforeName(text.charAt(at))) {
            char c = text.charAt(at++);
            if (c == '<' || c == '>') {
                return false;
            }
            if (c == '/' || c == '\\' || isBar(c)) {
                return true;
            }
        }
        return at == text.length() || !Character.isDigit(text.charAt(at));
    }

    private static boolean isBar(char c) {
        return c == '|' || c == '｜';
    }

    private static String quoted(String line, Names.Known names) {
        return Names.fold(line.substring(0, Math.min(16, line.length()))).startsWith("===") || speaks(line, names)
                ? "> " + line
                : line;
    }

    private static boolean speaks(String line, Names.Known names) {
        LineHead head = new LineHead(names);
        StringBuilder read = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            if (head.completes(read.append(line.charAt(i)))) {
                return true;
            }
        }
        return false;
    }
}
