package dramatis.openai;

import dramatis.inference.EngineException;
import java.time.Duration;
import java.util.Optional;

/** A server that did not take a request: nothing of a reply was made. */
final class AttemptException extends RuntimeException {
    /** What can be done about it. */
    enum Remedy {
        /** The same request may work there in a moment. */
        TIME,
        /** Somebody has to change a setting, there or here. */
        SETTING,
        /** Its models may have changed: it is to be asked for them; then as SETTING. */
        MODEL,
        /** The same server takes it in other words, which it is now known for. */
        OTHER_WORDS,
        /** The server is well, and cannot do this; another may. */
        NOTHING,
        /** It has taken so long already that only another server should be tried. */
        OTHER_SERVER
    }

    private final Remedy remedy;
    private final Optional<Duration> retryAfter;

    AttemptException(Remedy remedy, String sentence) {
        this(remedy, sentence, Optional.empty());
    }

    AttemptException(Remedy remedy, String sentence, Optional<Duration> retryAfter) {
        super(sentence);
        this.remedy = remedy;
        this.retryAfter = retryAfter;
    }

    Remedy remedy() {
        return remedy;
    }

    /** How long the server asks to wait. */
    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    EngineException unavailable() {
        return new EngineException(EngineException.Kind.UNAVAILABLE, sentence(), getCause());
    }
}
