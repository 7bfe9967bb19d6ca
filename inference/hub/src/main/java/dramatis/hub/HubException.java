package dramatis.hub;

/** A checkpoint could not be brought. The message is a sentence for people: what is wrong, and what to do. */
public final class HubException extends RuntimeException {
    HubException(String sentence) {
        super(sentence);
    }

    HubException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
