package dramatis.inference;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** A model could not be loaded or could not reply. The message is for operators, and holds no text of any chat. */
public class EngineException extends RuntimeException {
    /** What to do about it. */
    public enum Kind {
        /** The prompt is longer than the context: a shorter one works. */
        TOO_LONG,
        /** The model cannot be played as it is: refused by name. */
        UNSUPPORTED,
        /** It failed this time; another try may work. */
        FAILED,
        /** It cannot be reached just now, and nothing of the reply was made: the same request may work later. */
        UNAVAILABLE,
        /** The engine was closed. */
        CLOSED
    }

    private final Kind kind;

    public EngineException(Kind kind, String message) {
        this(kind, message, null);
    }

    public EngineException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = requireNonNull(kind, "kind");
    }

    public Kind kind() {
        return kind;
    }
}
