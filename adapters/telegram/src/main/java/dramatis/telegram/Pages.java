package dramatis.telegram;

import dramatis.message.Segment.Visible;
import dramatis.telegram.Page.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a character says and does as messages of Telegram: its name in bold, then each segment on lines of its own,
 * actions in italics. A page is full when the next word does not fit, so that pages never change when something is said
 * further, but for the last one, which grows. Pure.
 */
final class Pages {
    /** Telegram takes so many UTF-16 units a message. */
    static final int LIMIT = 4096;

    private static final int LONGEST_HEAD = 200;
    /** A line break, or a word with the blanks after it. */
    private static final Pattern PART = Pattern.compile("\\R|\\S+\\h*|\\h+");

    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    private final int limit;
    private final String head;
    private final Optional<String> link;
    private final List<Page> pages = new ArrayList<>();
    private StringBuilder page = new StringBuilder();
    private List<Span> spans = new ArrayList<>();
    /** Where the page's own text begins. */
    private int body;
    /** Where the italics began that are still open, or -1. */
    private int italicFrom = -1;

    private Pages(String head, Optional<String> link, int limit) {
        this.head = head(head);
        this.link = link;
        this.limit = limit;
        begin();
    }

    /** The pages, each with a bold line first unless that is empty. */
    static List<Page> of(List<Visible> visible, String head) {
        return of(visible, head, Optional.empty(), LIMIT);
    }

    /** @param link where the first line leads */
    static List<Page> of(List<Visible> visible, String head, Optional<String> link, int limit) {
        Pages pages = new Pages(head, link, limit);
        visible.forEach(pages::add);
        pages.turn();
        return pages.pages;
    }

    private static String head(String name) {
        Matcher grapheme = GRAPHEME.matcher(Quiet.text(name.strip().replaceAll("\\s+", " ")));
        StringBuilder head = new StringBuilder();
        while (grapheme.find() && head.length() + grapheme.group().length() <= LONGEST_HEAD) {
            head.append(grapheme.group());
        }
        return head.toString().strip();
    }

    private void begin() {
        page = new StringBuilder(head);
        spans = new ArrayList<>();
        if (!head.isEmpty()) {
            spans.add(new Span("bold", 0, head.length(), Optional.empty()));
            link.ifPresent(url -> spans.add(new Span("text_link", 0, head.length(), Optional.of(url))));
            page.append('\n');
        }
        body = page.length();
    }

    private boolean isEmpty() {
        return page.length() == body;
    }

    private void add(Visible segment) {
        if (!isEmpty()) {
            breakLine();
        }
        Matcher part = PART.matcher(Quiet.text(segment.text().strip()));
        while (part.find()) {
            if (part.group().matches("\\R")) {
                breakLine();
            } else {
                word(part.group(), segment.kind() == Visible.Kind.ACTION);
            }
        }
        closeItalics();
    }

    private void breakLine() {
        if (page.length() >= limit) {
            boolean italic = italicFrom >= 0;
            turn();
            italicFrom = italic ? page.length() : -1;
        } else if (!isEmpty()) {
            page.append('\n');
        }
    }

    /** A word goes on the page whole; one that no page holds goes on by its graphemes. */
    private void word(String word, boolean action) {
        if (fits(word, body)) {
            put(word, action);
            return;
        }
        Matcher grapheme = GRAPHEME.matcher(word);
        while (grapheme.find()) {
            if (fits(grapheme.group(), body)) {
                put(grapheme.group(), action);
            } else {
                grapheme.group().codePoints().forEach(point -> put(Character.toString(point), action));
            }
        }
    }

    private boolean fits(String part, int before) {
        return before + part.stripTrailing().length() <= limit;
    }

    private void put(String part, boolean action) {
        if (!fits(part, page.length())) {
            turn();
        }
        if (part.isBlank() && isEmpty()) {
            return;
        }
        if (action && italicFrom < 0) {
            italicFrom = page.length();
        }
        // blanks at the end may stand over the limit: they go when the page turns
        page.append(part);
    }

    private void closeItalics() {
        if (italicFrom >= 0) {
            int end = page.toString().stripTrailing().length();
            if (end > italicFrom) {
                spans.add(new Span("italic", italicFrom, end - italicFrom, Optional.empty()));
            }
            italicFrom = -1;
        }
    }

    private void turn() {
        closeItalics();
        String text = page.toString().stripTrailing();
        if (text.length() > body) {
            pages.add(new Page(text, spans));
        }
        begin();
    }
}
