package dramatis.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The code that makes somebody the owner. */
class PairingTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final Pairing pairing = new Pairing(now::get);
    private final String code = pairing.code().orElseThrow();

    /** A code that is not the one. */
    private String wrong() {
        return code.startsWith("0") ? "1" + code.substring(1) : "0" + code.substring(1);
    }

    @Test
    void redeem_code_holdsOnce() {
        assertThat(pairing.redeem(" " + code + "\n")).isTrue();
        assertThat(pairing.redeem(code)).isFalse();
        assertThat(pairing.code()).isEmpty();
    }

    @Test
    void redeem_afterFiveWrongTries_isOver() {
        for (int i = 0; i < 4; i++) {
            assertThat(pairing.redeem(wrong())).isFalse();
        }
        assertThat(pairing.code()).hasValue(code);
        assertThat(pairing.redeem(wrong())).isFalse();
        assertThat(pairing.code()).isEmpty();
        assertThat(pairing.redeem(code)).isFalse();
    }

    @Test
    void redeem_afterFifteenMinutes_isOver() {
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(15)).minusMillis(1));
        assertThat(pairing.code()).hasValue(code);
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(15)));
        assertThat(pairing.redeem(code)).isFalse();
    }
}
