package dramatis.testkit;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What goes wrong with one request to a {@link ModelServer}.
 *
 * @param kind what goes wrong
 * @param number the status, or after how many tokens
 * @param time how long it takes, or what Retry-After says
 */
public record ModelServerFault(Kind kind, int number, Duration time) {
    enum Kind {
        STATUS,
        BUSY,
        HTML,
        SLOW_HEADERS,
        NO_HEADERS,
        BREAK,
        ERROR,
        STALL
    }

    public ModelServerFault {
        requireNonNull(kind, "kind");
        requireNonNull(time, "time");
    }

    /** Answers an error of this status as JSON. Its message repeats the request's body, as some servers' do. */
    public static ModelServerFault status(int status) {
        return new ModelServerFault(Kind.STATUS, status, Duration.ZERO);
    }

    /** Answers 429 with Retry-After, in whole seconds, and retry-after-ms. */
    public static ModelServerFault busy(Duration retryAfter) {
        return new ModelServerFault(Kind.BUSY, 429, retryAfter);
    }

    /** Answers with a web page, as proxies do. */
    public static ModelServerFault html(int status) {
        return new ModelServerFault(Kind.HTML, status, Duration.ZERO);
    }

    /** Waits before it answers; a client that goes meanwhile is counted. */
    public static ModelServerFault slowHeaders(Duration wait) {
        return new ModelServerFault(Kind.SLOW_HEADERS, 0, wait);
    }

    /** Closes the connection before it answers. */
    public static ModelServerFault breakBeforeHeaders() {
        return new ModelServerFault(Kind.NO_HEADERS, 0, Duration.ZERO);
    }

    /** Closes the connection after so many tokens. */
    public static ModelServerFault breakAfter(int tokens) {
        return new ModelServerFault(Kind.BREAK, tokens, Duration.ZERO);
    }

    /** Sends an error in place of a token, after so many, and ends the stream. */
    public static ModelServerFault errorAfter(int tokens) {
        return new ModelServerFault(Kind.ERROR, tokens, Duration.ZERO);
    }

    /** Says nothing more after so many tokens, until the client goes or the server is stopped. */
    public static ModelServerFault stallAfter(int tokens) {
        return new ModelServerFault(Kind.STALL, tokens, Duration.ZERO);
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
