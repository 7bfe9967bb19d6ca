package dramatis.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StopGateTest {
    @Test
    void push_partialStop_isHeldUntilItIsNone() {
        StopGate gate = new StopGate(List.of("<|im_end|>"));
        assertThat(gate.push("Hello <|im")).isEqualTo("Hello ");
        assertThat(gate.push("_st")).isEqualTo("<|im_st");
        assertThat(gate.stopped()).isFalse();
    }

    @Test
    void push_wholeStop_endsTheText() {
        StopGate gate = new StopGate(List.of("\nBo:", "END"));
        assertThat(gate.push("one\nBo")).isEqualTo("one");
        assertThat(gate.push(": two")).isEmpty();
        assertThat(gate.stopped()).isTrue();
        assertThat(gate.push("three") + gate.flush()).isEmpty();
    }

    @Test
    void push_oneStopInsideAnother_theFirstCompleteOneCounts() {
        StopGate gate = new StopGate(List.of("abcd", "bc"));
        assertThat(gate.push("xabcd")).isEqualTo("xa");
    }

    @Test
    void flush_partialStop_isReleased() {
        StopGate gate = new StopGate(List.of("", "END"));
        assertThat(gate.push("the EN") + gate.flush()).isEqualTo("the EN");
    }

    @Test
    void push_everyWayOfCutting_givesTheSameText() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            String text = random(random, 12);
            List<String> stops = List.of(random(random, 4), random(random, 3), random(random, 5));
            StopGate whole = new StopGate(stops);
            String expected = whole.push(text) + whole.flush();
            StopGate cut = new StopGate(stops);
            StringBuilder out = new StringBuilder();
            for (int from = 0; from < text.length(); ) {
                int to = Math.min(text.length(), from + 1 + random.nextInt(3));
                out.append(cut.push(text.substring(from, to)));
                from = to;
            }
            assertThat(out.append(cut.flush())).as("%s %s", text, stops).hasToString(expected);
            assertThat(cut.stopped()).isEqualTo(whole.stopped());
            assertThat(stops).noneMatch(stop -> !stop.isEmpty() && expected.contains(stop));
        }
    }

    private static String random(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append("abc".charAt(random.nextInt(3)));
        }
        return text.toString();
    }
}
