package dramatis.her;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoryWindowTest {
    @Test
    void start_whileAllFits_stays() {
        assertThat(HistoryWindow.start(List.of(10, 10, 10), 0, 30)).hasValue(0);
        assertThat(HistoryWindow.start(List.of(99, 10, 10), 1, 20)).hasValue(1);
    }

    @Test
    void start_whenItOverflows_dropsToHalf() {
        assertThat(HistoryWindow.start(List.of(10, 10, 10, 10), 0, 39)).hasValue(3);
        assertThat(HistoryWindow.start(List.of(10, 10, 10, 10), 0, 30)).hasValue(3);
        assertThat(HistoryWindow.start(List.of(5, 5, 5, 5, 5, 5), 0, 29)).hasValue(4);
    }

    @Test
    void start_whenTheNewestIsMoreThanHalf_keepsIt() {
        assertThat(HistoryWindow.start(List.of(10, 10, 25), 0, 30)).hasValue(2);
    }

    @Test
    void start_whenTheNewestDoesNotFit_isEmpty() {
        assertThat(HistoryWindow.start(List.of(1, 31), 0, 30)).isEmpty();
    }

    @Test
    void start_ofNothingOrBeyondTheEnd_isInside() {
        assertThat(HistoryWindow.start(List.of(), 0, 30)).hasValue(0);
        assertThat(HistoryWindow.start(List.of(5), 7, 30)).hasValue(0);
    }

    @Test
    void start_overALongConversation_fitsAndMovesSeldom() {
        List<Integer> tokens = new ArrayList<>();
        Set<Integer> starts = new HashSet<>();
        int start = 0;
        for (int i = 0; i < 1_000; i++) {
            tokens.add(1 + i * 7 % 20);
            start = HistoryWindow.start(tokens, start, 400).orElseThrow();
            starts.add(start);
            assertThat(tokens.subList(start, tokens.size()).stream()
                            .mapToInt(t -> t)
                            .sum())
                    .isLessThanOrEqualTo(400);
        }
        assertThat(starts).hasSizeLessThan(60);
    }
}
