package dramatis.console;

import static java.util.Objects.requireNonNull;

/** What came from the person at the console. */
sealed interface Typed {
    record Line(String text) implements Typed {
        public Line {
            requireNonNull(text, "text");
        }
    }

    /**
     * Ctrl-C at the prompt.
     *
     * @param nothingTyped whether there was no text that it took away
     */
    record Break(boolean nothingTyped) implements Typed {}

    /** There will be no more: end of file, or Ctrl-D. */
    record End() implements Typed {}
}
