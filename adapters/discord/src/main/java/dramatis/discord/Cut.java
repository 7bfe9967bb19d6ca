package dramatis.discord;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a long text into messages, between lines or words where it can, and never inside of a letter. Pure. */
final class Cut {
    private Cut() {}

    static List<String> of(String text) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        while (text.length() - start > Pages.LIMIT) {
            int end = end(text, start, start + Pages.LIMIT);
            pieces.add(text.substring(start, end));
            start = end;
        }
        pieces.add(text.substring(start));
        pieces.removeIf(String::isBlank);
        return pieces;
    }

    private static int end(String text, int start, int most) {
        int line = text.lastIndexOf('\n', most - 1) + 1;
        int word = text.lastIndexOf(' ', most - 1) + 1;
        int half = start + Pages.LIMIT / 2;
        if (line > half || word > half) {
            return line > half ? line : word;
        }
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(text);
        int letter = letters.isBoundary(most) ? most : letters.preceding(most);
        return letter > start ? letter : most;
    }
}
