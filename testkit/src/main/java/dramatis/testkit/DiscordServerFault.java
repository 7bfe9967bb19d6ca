package dramatis.testkit;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What goes wrong with one request to the REST API of a {@link DiscordServer}.
 *
 * @param time what a refusal asks to wait; nothing else looks at it
 */
public record DiscordServerFault(Kind kind, Duration time) {
    /** The kinds of faults. Where it does not say otherwise, nothing happens but the fault. */
    public enum Kind {
        /** 429 for this bucket; it stays closed as long as the answer says. */
        RATE_LIMIT,
        /** 429 for the whole bot; all buckets but those of interactions stay closed. */
        GLOBAL_LIMIT,
        /** 500 as JSON. */
        ERROR,
        /** 502 as a web page. */
        BAD_GATEWAY,
        /** What was asked for happens, and 502 as a web page. */
        BAD_GATEWAY_AFTER,
        /** 503 as a text. */
        UNAVAILABLE,
        /** The connection is closed. */
        DROP_BEFORE,
        /** What was asked for happens, and the connection is closed. */
        DROP_AFTER,
        /** No answer comes until the server is told to go on or is closed; the connection is closed then. */
        HANG;

        boolean happensAnyway() {
            return this == DROP_AFTER || this == BAD_GATEWAY_AFTER;
        }
    }

    public DiscordServerFault {
        requireNonNull(kind, "kind");
        requireNonNull(time, "time");
    }

    public static DiscordServerFault of(Kind kind) {
        return new DiscordServerFault(kind, Duration.ofMillis(200));
    }

    public static DiscordServerFault rateLimit(Duration retryAfter) {
        return new DiscordServerFault(Kind.RATE_LIMIT, retryAfter);
    }

    public static DiscordServerFault globalLimit(Duration retryAfter) {
        return new DiscordServerFault(Kind.GLOBAL_LIMIT, retryAfter);
    }
}
