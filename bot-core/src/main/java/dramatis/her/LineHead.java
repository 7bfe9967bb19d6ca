package dramatis.her;

import static java.util.Objects.requireNonNull;

/** Watches a growing text for a line that begins with one of some names and a colon. */
final class LineHead {
    private final Names.Known names;
    private int nameStart;
    private boolean open;

    LineHead(Names.Known names) {
        this.names = requireNonNull(names, "names");
        restart(0);
    }

    /** Says that a line begins at an index of the text. */
    void restart(int index) {
        nameStart = index;
        open = true;
    }

    /** Where the name of the current line begins. */
    int nameStart() {
        return nameStart;
    }

    /** Whether the character that was just appended completes a {@code Name:}. */
    boolean completes(CharSequence text) {
        int length = text.length();
        char last = text.charAt(length - 1);
        if (Names.isLineBreak(last)) {
            restart(length);
        } else if (open && length - 1 == nameStart && Names.isSpace(last)) {
            nameStart = length;
        } else if (open && length - 1 - nameStart > names.longest()) {
            open = false;
        } else if (open && Names.isColon(last)) {
            return names.contains(text.subSequence(nameStart, length - 1).toString());
        }
        return false;
    }
}
