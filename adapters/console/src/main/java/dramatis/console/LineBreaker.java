package dramatis.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/**
 * Breaks a line of text where words end, and between wide characters (Chinese, Japanese, Korean), but neither before
 * closing nor behind opening punctuation. Widths are those of a terminal's cells.
 */
final class LineBreaker {
    private static final Pattern GRAPHEME = Pattern.compile("\\X");
    private static final String NOT_FIRST = "，。、；：！？）」』】》〉”’…—～・ー,.;:!?)]}";
    private static final String NOT_LAST = "（「『【《〈“‘([{";

    private final int width;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private final StringBuilder word = new StringBuilder();
    private boolean spaced;

    private LineBreaker(int width) {
        this.width = Math.max(width, 2);
    }

    /** Lines of a width at most; the text's own line breaks stay. At least one. */
    static List<String> lines(String text, int width) {
        List<String> all = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            all.addAll(new LineBreaker(width).broken(line));
        }
        return all;
    }

    private List<String> broken(String text) {
        Matcher graphemes = GRAPHEME.matcher(text);
        String previous = "";
        while (graphemes.find()) {
            String grapheme = graphemes.group();
            if (grapheme.isBlank()) {
                endWord();
                spaced = true;
            } else {
                if (breakable(previous, grapheme)) {
                    endWord();
                }
                word.append(grapheme);
            }
            previous = grapheme;
        }
        endWord();
        lines.add(line.toString());
        return lines;
    }

    private static boolean breakable(String before, String after) {
        return (width(before) > 1 || width(after) > 1) && !NOT_FIRST.contains(after) && !NOT_LAST.contains(before);
    }

    private void endWord() {
        if (word.isEmpty()) {
            return;
        }
        String space = spaced && !line.isEmpty() ? " " : "";
        if (width(line) + space.length() + width(word) > width && !line.isEmpty()) {
            endLine();
            space = "";
        }
        line.append(space);
        appendWord();
        word.setLength(0);
        spaced = false;
    }

    private void appendWord() {
        Matcher graphemes = GRAPHEME.matcher(word);
        while (graphemes.find()) {
            String grapheme = graphemes.group();
            if (width(line) + width(grapheme) > width) {
                endLine();
            }
            line.append(grapheme);
        }
    }

    private void endLine() {
        lines.add(line.toString());
        line.setLength(0);
    }

    static int width(CharSequence text) {
        return text.codePoints().map(WCWidth::wcwidth).map(w -> Math.max(w, 0)).sum();
    }
}
