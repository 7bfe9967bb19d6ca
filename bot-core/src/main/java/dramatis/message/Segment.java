package dramatis.message;

import static java.util.Objects.requireNonNull;

/**
 * A piece of a reply, of one kind. What may be seen and what may not are different types, so that a method that posts
 * cannot be given a thought.
 *
 * <p>The text is what stood between the tags, white space included: trimming is the display's.
 */
public sealed interface Segment {
    String text();

    /** What others see and hear. */
    record Visible(Visible.Kind kind, String text) implements Segment {
        /** The visible kinds. */
        public enum Kind {
            /** Said aloud: plain text in the HER format. */
            SPEECH,
            /** Done: {@code <role_action>}. */
            ACTION
        }

        public Visible {
            requireNonNull(kind, "kind");
            requireNonNull(text, "text");
        }
    }

    /** What nobody but the bot's owner may ever see. */
    record Hidden(Hidden.Kind kind, String text) implements Segment {
        /** The hidden kinds. */
        public enum Kind {
            /** How to play the character, in the third person: {@code <system_thinking>}. */
            PLAN,
            /** The character's inner thought: {@code <role_thinking>}. */
            THOUGHT
        }

        public Hidden {
            requireNonNull(kind, "kind");
            requireNonNull(text, "text");
        }
    }

    static Visible speech(String text) {
        return new Visible(Visible.Kind.SPEECH, text);
    }

    static Visible action(String text) {
        return new Visible(Visible.Kind.ACTION, text);
    }

    static Hidden plan(String text) {
        return new Hidden(Hidden.Kind.PLAN, text);
    }

    static Hidden thought(String text) {
        return new Hidden(Hidden.Kind.THOUGHT, text);
    }
}
