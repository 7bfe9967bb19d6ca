package dramatis.openai;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How long to wait for a server.
 *
 * @param connect until a connection stands
 * @param firstToken from a request until the first token of its reply
 * @param betweenTokens from one token to the next
 * @param whole from the call of generate to its end, other servers and pauses included
 */
public record Timeouts(Duration connect, Duration firstToken, Duration betweenTokens, Duration whole) {
    /** 10 s, 120 s, 30 s and 600 s. */
    public static final Timeouts DEFAULT = new Timeouts(
            Duration.ofSeconds(10), Duration.ofSeconds(120), Duration.ofSeconds(30), Duration.ofSeconds(600));

    public Timeouts {
        require(connect, "connect");
        require(firstToken, "firstToken");
        require(betweenTokens, "betweenTokens");
        require(whole, "whole");
    }

    private static void require(Duration time, String name) {
        requireNonNull(time, name);
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(name + " must be longer than nothing");
        }
    }
}
