package dramatis.djl;

import java.util.Arrays;

/**
 * Makes text of tokens as they come. A token may be part of a character and the same token may read otherwise after
 * another, so each piece is what the window's text has gained, and nothing comes while it ends in the middle of a
 * character. One thread at a time.
 */
final class TextStream {
    private static final String INCOMPLETE = "\uFFFD";
    /** How many tokens of the prompt the first piece is read after. */
    private static final int CONTEXT = 4;

    private final ChatTokenizer tokenizer;
    private int[] window;
    /** How many of the window's tokens have been told of. */
    private int told;

    /**
     * A stream of the tokens after a prompt.
     *
     * @param prompt its last tokens are what the first piece is read after
     */
    TextStream(ChatTokenizer tokenizer, int[] prompt) {
        this.tokenizer = tokenizer;
        window = Arrays.copyOfRange(prompt, Math.max(0, prompt.length - CONTEXT), prompt.length);
        told = window.length;
    }

    /** Takes a token and returns the text that is complete with it. */
    String push(int id) {
        window = Arrays.copyOf(window, window.length + 1);
        window[window.length - 1] = id;
        String gained = gained();
        if (gained.isEmpty() || gained.endsWith(INCOMPLETE)) {
            return "";
        }
        window = Arrays.copyOfRange(window, told, window.length);
        told = window.length;
        return gained;
    }

    /** Returns what is held, complete or not. */
    String flush() {
        String rest = gained();
        told = window.length;
        return rest;
    }

    private String gained() {
        String before = tokenizer.decode(Arrays.copyOf(window, told), false);
        String now = tokenizer.decode(window, false);
        return now.substring(Math.min(before.length(), now.length()));
    }
}
