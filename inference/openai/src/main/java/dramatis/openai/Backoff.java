package dramatis.openai;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How long to wait before a server is tried again. Pure functions. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(8);
    /** A server that asks for more than this is tried sooner all the same, or counts as away. */
    private static final Duration LONGEST_ASKED = Duration.ofSeconds(10);

    private Backoff() {}

    /**
     * Half a second, doubled at each try, half of it by chance; more where a server asks for it.
     *
     * @param tries how many there were before this one
     */
    static Duration pause(int tries, Optional<Duration> retryAfter, RandomGenerator random) {
        long millis = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(tries, 10));
        Duration ours = Duration.ofMillis(millis / 2 + random.nextLong(millis / 2 + 1));
        return retryAfter
                .map(asked -> asked.compareTo(LONGEST_ASKED) < 0 ? asked : LONGEST_ASKED)
                .filter(asked -> asked.compareTo(ours) > 0)
                .orElse(ours);
    }

    /** What Retry-After-Ms or Retry-After (RFC 9110: seconds, or a date) asks for. */
    static Optional<Duration> retryAfter(HttpHeaders headers, Instant now) {
        return headers.firstValue("retry-after-ms")
                .flatMap(Backoff::number)
                .map(millis -> Duration.ofNanos((long) (millis * 1e6)))
                .or(() -> headers.firstValue("retry-after").flatMap(it -> seconds(it, now)))
                .filter(it -> !it.isNegative());
    }

    private static Optional<Duration> seconds(String value, Instant now) {
        Optional<Double> number = number(value);
        if (number.isPresent()) {
            return number.map(it -> Duration.ofMillis((long) (it * 1000)));
        }
        try {
            ZonedDateTime date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(now, date.toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Double> number(String value) {
        return value.matches("\\d{1,9}(\\.\\d{1,9})?") ? Optional.of(Double.valueOf(value)) : Optional.empty();
    }
}
