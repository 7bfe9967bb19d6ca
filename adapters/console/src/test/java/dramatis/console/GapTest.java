package dramatis.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GapTest {
    private final Gap gap = new Gap();

    @Test
    void take_atTheStart_isNothing() {
        gap.ask();
        assertThat(gap.take()).isFalse();
    }

    @Test
    void take_betweenTwoThings_isOneLine() {
        gap.written();
        gap.ask();
        gap.ask();
        assertThat(gap.take()).isTrue();
        gap.ask();
        assertThat(gap.take()).as("a blank line stands there already").isFalse();
    }

    @Test
    void take_unasked_isNothing() {
        gap.written();
        assertThat(gap.take()).isFalse();
    }
}
