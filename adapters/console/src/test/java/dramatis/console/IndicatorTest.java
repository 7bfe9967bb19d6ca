package dramatis.console;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.message.Phrases;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class IndicatorTest {
    private final AtomicLong now = new AtomicLong(-5);
    private final Indicator indicator = new Indicator(Phrases.in(Locale.ENGLISH), now::get);

    @Test
    void text_countsSecondsFromTheFirstStart() {
        indicator.start("Biscuit");
        assertThat(indicator.text()).isEqualTo("Biscuit is thinking…");
        now.addAndGet(Duration.ofMillis(3999).toNanos());
        indicator.start("Biscuit");
        assertThat(indicator.text()).isEqualTo("Biscuit is thinking… 3 s");
    }

    @Test
    void start_afterAStop_countsAnew() {
        indicator.start("Biscuit");
        indicator.stop();
        assertThat(indicator.running()).isFalse();
        now.addAndGet(Duration.ofSeconds(9).toNanos());
        indicator.start("Biscuit");
        assertThat(indicator.text()).isEqualTo("Biscuit is thinking…");
    }
}
