package dramatis.console;

/** Keeps blocks apart by one blank line: none at the start, never two. Not safe for use by several threads. */
final class Gap {
    private boolean blankAbove = true;
    private boolean due;

    /** Something new begins. */
    void ask() {
        due = !blankAbove;
    }

    /** Whether a blank line is to be written now. */
    boolean take() {
        boolean taken = due;
        due = false;
        blankAbove |= taken;
        return taken;
    }

    /** Something was written. */
    void written() {
        blankAbove = false;
    }
}
