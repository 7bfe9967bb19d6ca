package dramatis.djl;

import dramatis.djl.RawCompletion.TokenLogit;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Finds the highest of many logits. */
final class HighestLogits {
    private static final Comparator<TokenLogit> LOWEST_FIRST =
            Comparator.comparingDouble(TokenLogit::logit).thenComparing(TokenLogit::id, Comparator.reverseOrder());

    private HighestLogits() {}

    /** The {@code count} highest, best first; of equals the lowest id comes first. */
    static List<TokenLogit> of(float[] logits, int count) {
        PriorityQueue<TokenLogit> highest = new PriorityQueue<>(LOWEST_FIRST);
        for (int id = 0; id < logits.length && count > 0; id++) {
            TokenLogit lowest = highest.peek();
            if (highest.size() < count || (lowest != null && logits[id] > lowest.logit())) {
                highest.add(new TokenLogit(id, logits[id]));
            }
            if (highest.size() > count) {
                highest.remove();
            }
        }
        return highest.stream().sorted(LOWEST_FIRST.reversed()).toList();
    }
}
