package dramatis.hub;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a server asks to be left alone: Retry-After in seconds or as a date (RFC 9110), else the seconds {@code t} of
 * the RateLimit field that the hub sends with a 429.
 */
final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    private static final Pattern RESET = Pattern.compile(";\\s*t=(\\d{1,9})");

    private RetryAfter() {}

    static Optional<Duration> of(Answer answer) {
        return answer.header("Retry-After")
                .flatMap(it -> parse(it.strip(), Instant.now()))
                .or(() -> reset(answer));
    }

    static Optional<Duration> parse(String value, Instant now) {
        if (SECONDS.matcher(value).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> reset(Answer answer) {
        return answer.header("RateLimit")
                .map(RESET::matcher)
                .filter(Matcher::find)
                .map(it -> Duration.ofSeconds(Long.parseLong(it.group(1))));
    }
}
