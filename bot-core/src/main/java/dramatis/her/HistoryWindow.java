package dramatis.her;

import java.util.List;
import java.util.OptionalInt;

/**
 * Which end of a conversation still fits a prompt. History is dropped in blocks, so that the front of the prompt stays
 * the same for many turns, and with it the engine's cached prefix.
 */
public final class HistoryWindow {
    private HistoryWindow() {}

    /**
     * Where the history begins.
     *
     * @param tokens of each utterance, the oldest first; they add up
     * @param start where it began until now, an index
     * @param room tokens there are for it: the context, less the system prompt and what is kept for the reply
     * @return {@code start} as long as everything from there fits; else the first index from which at most half of the
     *     room is used, or that of the newest utterance, which always stays; empty when that alone does not fit
     */
    public static OptionalInt start(List<Integer> tokens, int start, int room) {
        int newest = tokens.size() - 1;
        if (newest < 0) {
            return OptionalInt.of(0);
        }
        if (tokens.get(newest) > room) {
            return OptionalInt.empty();
        }
        int from = Math.min(Math.max(start, 0), newest);
        long used = tokens.subList(from, tokens.size()).stream()
                .mapToLong(Integer::longValue)
                .sum();
        if (used > room) {
            while (from < newest && used > room / 2) {
                used -= tokens.get(from++);
            }
        }
        return OptionalInt.of(from);
    }
}
