package dramatis.her;

import static java.util.Objects.requireNonNull;

/**
 * Tells tags from text, one character at a time. Text that may still become a tag is kept until it is one, or cannot
 * be one any more: at the next {@code <}, at a first character that no name begins with ({@code <3}), or after
 * {@link #LONGEST} characters. Every character is looked at a bounded number of times.
 */
final class TagScanner {
    /** The longest tag, attributes included. */
    static final int LONGEST = 128;

    /** Takes what was told apart, in order. */
    interface Sink {
        void text(char c);

        void tag(Tag tag);
    }

    private final Sink sink;
    private final StringBuilder pending = new StringBuilder();
    /** Whether what is pending has come to its name. */
    private boolean named;

    TagScanner(Sink sink) {
        this.sink = requireNonNull(sink, "sink");
    }

    void accept(char c) {
        if (c == '<') {
            giveUp();
            pending.append(c);
            named = false;
        } else if (pending.isEmpty()) {
            sink.text(c);
        } else {
            pending.append(c);
            decide(c);
        }
    }

    /** Takes what is kept: the beginning of a tag, from its {@code <}; empty where there is none. */
    String takePending() {
        String taken = pending.toString();
        pending.setLength(0);
        return taken;
    }

    private void decide(char c) {
        if (c == '>') {
            complete();
        } else if (pending.length() > LONGEST || (!named && !mayBegin(c))) {
            giveUp();
        }
    }

    private boolean mayBegin(char c) {
        named = TagNames.beginsName(c);
        return named || TagNames.isBeforeName(c);
    }

    private void complete() {
        String raw = takePending();
        String inside = raw.substring(1, raw.length() - 1);
        TagKind kind = TagNames.kind(inside);
        if (kind == TagKind.NONE) {
            text(raw);
        } else {
            sink.tag(new Tag(kind, TagNames.closing(inside), false, raw));
        }
    }

    /** No {@code >} came in time: text, unless its first word is a tag's name. */
    private void giveUp() {
        String raw = takePending();
        String inside = raw.isEmpty() ? raw : raw.substring(1);
        TagKind kind = TagNames.brokenKind(inside);
        int end = 1 + TagNames.firstWordEnd(inside);
        if (raw.isEmpty() || kind == TagKind.NONE) {
            text(raw);
        } else {
            sink.tag(new Tag(kind, TagNames.closing(inside), true, raw.substring(0, end)));
            text(raw.substring(end));
        }
    }

    private void text(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            sink.text(raw.charAt(i));
        }
    }
}
