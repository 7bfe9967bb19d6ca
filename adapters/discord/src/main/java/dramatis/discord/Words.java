package dramatis.discord;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a text apart: line breaks, and words with the blanks after them. What stands between two backticks on a line is
 * in one word. The parts join to the whole. Pure.
 */
final class Words {
    /** What is longer than this between backticks is no span of code. */
    private static final int LONGEST_SPAN = 400;

    private Words() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.charAt(start) == '\n' ? start + 1 : end(text, start);
            words.add(text.substring(start, end));
            start = end;
        }
        return words;
    }

    private static int end(String text, int start) {
        int at = start;
        while (at < text.length() && !blank(text.charAt(at)) && text.charAt(at) != '\n') {
            at = text.charAt(at) == '`' ? afterSpan(text, at) : at + 1;
        }
        while (at < text.length() && blank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int afterSpan(String text, int start) {
        int end = text.indexOf('`', start + 1);
        boolean span = end > start + 1
                && end - start <= LONGEST_SPAN
                && text.substring(start, end).indexOf('\n') < 0;
        return span ? end + 1 : start + 1;
    }

    private static boolean blank(char c) {
        return c != '\n' && Character.isWhitespace(c);
    }
}
