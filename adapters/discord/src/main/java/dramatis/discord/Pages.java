package dramatis.discord;

import dramatis.message.Segment.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a character says and does as the contents of Discord messages: each segment on lines of its own, actions in
 * italics. A page is full when the next word does not fit, so that pages never change when something is said further,
 * but for the last one, which grows. Pure.
 */
final class Pages {
    /** Discord takes so many UTF-16 units a message. */
    static final int LIMIT = 2000;

    private static final Pattern GRAPHEME = Pattern.compile("\\X");
    private static final String MARK = "*";

    private final int limit;
    private final String head;
    private final List<String> pages = new ArrayList<>();
    private StringBuilder page = new StringBuilder();
    private boolean italic;

    private Pages(String head, int limit) {
        this.head = head;
        this.limit = limit;
    }

    /**
     * The pages.
     *
     * @param head markup that each page begins with, such as the speaker's name
     */
    static List<String> of(List<Visible> visible, String head) {
        return of(visible, head, LIMIT);
    }

    static List<String> of(List<Visible> visible, String head, int limit) {
        Pages pages = new Pages(head, limit);
        visible.forEach(pages::add);
        pages.turn();
        return pages.pages;
    }

    private void add(Visible segment) {
        if (!page.isEmpty()) {
            put("\n");
        }
        boolean starts = true;
        for (String part : Words.of(segment.text().strip())) {
            boolean breaks = part.equals("\n");
            if (breaks) {
                close();
                put(part);
            } else {
                word(part, segment.kind() == Visible.Kind.ACTION, starts);
            }
            starts = breaks;
        }
        close();
    }

    /** A word goes on the page whole; one that no page holds goes on by its graphemes. */
    private void word(String word, boolean action, boolean startsLine) {
        if (fits(escaped(word, true), 0)) {
            part(word, action, startsLine);
        } else {
            Matcher grapheme = GRAPHEME.matcher(word);
            while (grapheme.find()) {
                grapheme(grapheme.group(), action, startsLine && grapheme.start() == 0);
            }
        }
    }

    private void grapheme(String grapheme, boolean action, boolean startsLine) {
        if (fits(escaped(grapheme, true), 0)) {
            part(grapheme, action, startsLine);
        } else {
            grapheme.codePoints().forEach(point -> part(Character.toString(point), action, false));
        }
    }

    /** A sign means something else where a line begins. */
    private static String escaped(String word, boolean startsLine) {
        return startsLine ? Escape.text(word) : Escape.text("," + word).substring(1);
    }

    private boolean fits(String part, int before) {
        return head.length() + before + part.stripTrailing().length() + 2 * MARK.length() <= limit;
    }

    private void part(String plain, boolean action, boolean startsLine) {
        String part = escaped(plain, startsLine || page.isEmpty());
        if (!fits(part, page.length())) {
            turn();
            part = escaped(plain, true);
        }
        if (part.isBlank() && page.isEmpty()) {
            return;
        }
        if (action && !italic && !part.isBlank()) {
            page.append(MARK);
            italic = true;
        }
        page.append(part);
    }

    private void put(String text) {
        if (page.length() + text.length() + head.length() > limit) {
            turn();
        } else if (!page.isEmpty()) {
            page.append(text);
        }
    }

    /** Italics end at the last word: Discord does not end them after a blank. */
    private void close() {
        if (italic) {
            int end = page.toString().stripTrailing().length();
            page.insert(end, MARK);
            italic = false;
        }
    }

    private void turn() {
        close();
        String text = page.toString().strip();
        if (!text.isEmpty()) {
            pages.add(head + text);
        }
        page = new StringBuilder();
    }
}
