package dramatis.testkit;

import static java.util.Objects.requireNonNull;

/**
 * What goes wrong with one request to a {@link TelegramServer}.
 *
 * @param kind what goes wrong
 * @param number the status, or the seconds to wait
 * @param late whether what was asked for happens before
 */
public record TelegramServerFault(Kind kind, int number, boolean late) {
    enum Kind {
        TOO_MANY,
        STATUS,
        HTML,
        DROP,
        HANG
    }

    public TelegramServerFault {
        requireNonNull(kind, "kind");
    }

    /** Answers 429 and how many seconds to wait. */
    public static TelegramServerFault tooMany(int retryAfter) {
        return new TelegramServerFault(Kind.TOO_MANY, retryAfter, false);
    }

    /** Answers 500 as JSON. */
    public static TelegramServerFault internalError() {
        return new TelegramServerFault(Kind.STATUS, 500, false);
    }

    /** Answers a status with a web page, as the proxies before the Bot API do with 502 and 503. */
    public static TelegramServerFault html(int status) {
        return new TelegramServerFault(Kind.HTML, status, false);
    }

    /** Closes the connection without an answer. */
    public static TelegramServerFault drop() {
        return new TelegramServerFault(Kind.DROP, 0, false);
    }

    /** Says nothing until the server is told to go on, or closed; then answers as ever. */
    public static TelegramServerFault hang() {
        return new TelegramServerFault(Kind.HANG, 0, false);
    }

    /** The same, after what was asked for has happened. */
    public TelegramServerFault afterEffect() {
        return new TelegramServerFault(kind, number, true);
    }
}
