package dramatis.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Instant NOW = Instant.parse("2026-11-26T17:00:00Z");

    @Test
    void pause_doublesUpToEightSeconds_halfOfItByChance() {
        Random random = new Random(1);
        for (int round = 0; round < 100; round++) {
            assertThat(Backoff.pause(0, Optional.empty(), random)).isBetween(millis(250), millis(500));
            assertThat(Backoff.pause(2, Optional.empty(), random)).isBetween(millis(1000), millis(2000));
            assertThat(Backoff.pause(60, Optional.empty(), random)).isBetween(millis(4000), millis(8000));
        }
    }

    @Test
    void pause_serverAsksForMore_isThatUpToTenSeconds() {
        assertThat(Backoff.pause(0, Optional.of(millis(3000)), new Random(1))).isEqualTo(millis(3000));
        assertThat(Backoff.pause(0, Optional.of(Duration.ofDays(1)), new Random(1)))
                .isEqualTo(millis(10_000));
        assertThat(Backoff.pause(0, Optional.of(millis(1)), new Random(1))).isGreaterThan(millis(200));
    }

    @Test
    void retryAfter_everyForm_isRead() {
        assertThat(retryAfter("Retry-After", "7")).contains(millis(7000));
        assertThat(retryAfter("Retry-After", "0.5")).contains(millis(500));
        assertThat(retryAfter("Retry-After", "Thu, 26 Nov 2026 17:00:09 GMT")).contains(millis(9000));
        assertThat(retryAfter("Retry-After", "Thu, 26 Nov 2026 16:00:09 GMT")).isEmpty();
        assertThat(retryAfter("Retry-After-Ms", "120")).contains(millis(120));
        assertThat(retryAfter("Retry-After", "soon")).isEmpty();
        assertThat(retryAfter("Retry-After", "-1")).isEmpty();
        assertThat(retryAfter("Other", "1")).isEmpty();
    }

    private static Optional<Duration> retryAfter(String name, String value) {
        return Backoff.retryAfter(HttpHeaders.of(Map.of(name, List.of(value)), (one, other) -> true), NOW);
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
