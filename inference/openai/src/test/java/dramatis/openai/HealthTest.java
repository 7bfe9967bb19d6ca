package dramatis.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HealthTest {
    private final AtomicLong now = new AtomicLong();
    private final Health health = new Health(now::get);

    @Test
    void failed_rests_andIsTriedByOneAfterwards() {
        health.failed();
        assertThat(health.open()).isFalse();
        pass(Duration.ofSeconds(31));
        assertThat(health.open()).isTrue();
        health.begin();
        assertThat(health.open()).isFalse();
        assertThat(health.well()).isTrue();
        assertThat(health.open()).isTrue();
        assertThat(health.well()).isFalse();
    }

    @Test
    void failed_again_restsLongerUpToFiveMinutes() {
        assertThat(health.failed()).hasSeconds(30);
        assertThat(health.failed()).as("of the same time").hasSeconds(30);
        for (long seconds : new long[] {60, 120, 240, 300, 300}) {
            pass(Duration.ofMinutes(6));
            assertThat(health.failed()).hasSeconds(seconds);
            assertThat(health.restLeft()).isEqualTo(Duration.ofSeconds(seconds).toNanos());
        }
    }

    @Test
    void end_triedWithoutAVerdict_mayBeTriedAgain() {
        health.failed();
        pass(Duration.ofSeconds(31));
        health.begin();
        health.end();
        assertThat(health.open()).isTrue();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
