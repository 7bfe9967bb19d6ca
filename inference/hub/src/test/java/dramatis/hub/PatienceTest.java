package dramatis.hub;

import static dramatis.hub.HubTrial.checkpoint;
import static dramatis.testkit.HubServerFault.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that ask to be left alone for a while. */
class PatienceTest {
    private static final String NAME = "model.safetensors";

    @TempDir
    private Path home;

    private HubTrial trial;

    @BeforeEach
    void start() {
        trial = new HubTrial(home);
        trial.server.publish("acme/tiny", "main", checkpoint());
    }

    @AfterEach
    void close() {
        trial.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void fetch_passingTrouble_isTriedAgain(int code) {
        trial.server.onListing(status(code));
        trial.server.onResolve(NAME, status(code), status(code));
        trial.server.onContent(NAME, status(code));

        assertThat(trial.fetch()).isDirectory();
        assertThat(trial.pauses).extracting(Duration::toSeconds).containsExactly(1L, 1L, 2L, 4L);
    }

    @Test
    void fetch_retryAfterSeconds_waitsAsLong() {
        trial.server.onListing(status(429, "Retry-After", "7"));
        trial.server.onContent(NAME, status(503, "Retry-After", "11"));

        trial.fetch();

        assertThat(trial.pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(11));
        assertThat(trial.progress.sentences)
                .containsExactly(
                        "The download does not go on (127.0.0.1 answered 429); next try in 7 s.",
                        "The download does not go on (localhost answered 503); next try in 11 s.");
    }

    @Test
    void fetch_rateLimitOfTheHub_waitsForItsEnd() {
        trial.server.onListing(status(429, "RateLimit", "\"api\";r=0;t=55"));

        trial.fetch();

        assertThat(trial.pauses).containsExactly(Duration.ofSeconds(55));
    }

    @Test
    void fetch_askedToWaitForHours_triesInFiveMinutes() {
        trial.server.onListing(status(503, "Retry-After", "86400"));

        trial.fetch();

        assertThat(trial.pauses).containsExactly(Duration.ofMinutes(5));
    }

    @Test
    void fetch_hubIsDown_endsSoon() {
        trial.server.onListing(status(503), status(503), status(503));

        assertThatThrownBy(trial::fetch)
                .isInstanceOf(HubException.class)
                .hasMessageContaining("cannot be reached (127.0.0.1 answered 503)");
        assertThat(trial.pauses).hasSize(2);
    }

    @Test
    void parse_date_isTheTimeUntilThen() {
        Instant now = Instant.parse("2026-11-26T10:00:00Z");

        assertThat(RetryAfter.parse("Thu, 26 Nov 2026 10:01:30 GMT", now)).contains(Duration.ofSeconds(90));
        assertThat(RetryAfter.parse("Thu, 26 Nov 2026 09:00:00 GMT", now)).contains(Duration.ZERO);
        assertThat(RetryAfter.parse("soon", now)).isEmpty();
        assertThat(RetryAfter.parse("-5", now)).isEmpty();
        assertThat(RetryAfter.parse("99999999999999999999", now)).isEmpty();
    }
}
