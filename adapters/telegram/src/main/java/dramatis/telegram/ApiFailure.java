package dramatis.telegram;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/** A request to Telegram that came to nothing, or nobody knows to what. Its message has no text of any chat. */
final class ApiFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What went wrong. */
    enum Kind {
        /** It was not done, and will not be. */
        REFUSED,
        /** It was not done: a limit of Telegram's. {@link #number} is how many seconds to wait. */
        WAIT,
        /** It was not done: the chat has a new id, {@link #number}. */
        MOVED,
        /** It never left: the server cannot be reached. */
        UNSENT,
        /** It may be done or not: the answer was lost, or says nothing. */
        LOST,
        /** The bot ends. */
        CLOSED
    }

    private final Kind kind;
    private final int code;
    private final long number;

    ApiFailure(Kind kind, int code, String what, long number) {
        super(what);
        this.kind = requireNonNull(kind, "kind");
        this.code = code;
        this.number = number;
    }

    static ApiFailure closed() {
        return new ApiFailure(Kind.CLOSED, 0, "the bot ends", 0);
    }

    /** What the client threw, understood. */
    static ApiFailure of(Throwable thrown) {
        if (thrown instanceof TelegramApiRequestException request && request.getErrorCode() != null) {
            return answered(request, request.getErrorCode());
        }
        if (thrown instanceof TelegramApiValidationException) {
            return new ApiFailure(Kind.REFUSED, 0, "the client finds the request wrong", 0);
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Reached.UnsentException) {
                return new ApiFailure(Kind.UNSENT, 0, "Telegram cannot be reached", 0);
            }
        }
        return new ApiFailure(
                Kind.LOST, 0, "the answer was lost: " + thrown.getClass().getSimpleName(), 0);
    }

    private static ApiFailure answered(TelegramApiRequestException e, int code) {
        String what = Optional.ofNullable(e.getApiResponse()).orElse("an answer that is none");
        Optional<ResponseParameters> parameters = Optional.ofNullable(e.getParameters());
        Optional<Long> moved = parameters.map(ResponseParameters::getMigrateToChatId);
        if (moved.isPresent()) {
            return new ApiFailure(Kind.MOVED, code, what, moved.get());
        }
        if (code == 429) {
            long seconds = parameters
                    .map(ResponseParameters::getRetryAfter)
                    .map(Integer::longValue)
                    .orElse(1L);
            return new ApiFailure(Kind.WAIT, code, what, Math.max(1, seconds));
        }
        Kind kind = code >= 400 && code < 500 ? Kind.REFUSED : Kind.LOST;
        return new ApiFailure(kind, code, what, 0);
    }

    Kind kind() {
        return kind;
    }

    boolean is(Kind one) {
        return kind == one;
    }

    /** The Bot API's error code; 0 without one. */
    int code() {
        return code;
    }

    long number() {
        return number;
    }

    /** Whether Telegram refused with these words among others. */
    boolean says(String words) {
        return kind == Kind.REFUSED && String.valueOf(getMessage()).contains(words);
    }
}
