package dramatis.testkit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Keeps a bot to its {@link TelegramServerLimits}. Guarded by the world. */
final class TelegramServerPace {
    private final Map<Long, Deque<Long>> chats = new HashMap<>();
    private final Deque<Long> all = new ArrayDeque<>();
    private TelegramServerLimits limits = TelegramServerLimits.none();
    private int refused;

    void limits(TelegramServerLimits newLimits) {
        limits = newLimits;
    }

    int refused() {
        return refused;
    }

    /** Counts a message, or refuses it with the whole seconds to wait. */
    void message(TelegramServerChat chat) {
        long now = System.nanoTime();
        Deque<Long> here = chats.computeIfAbsent(chat.id(), it -> new ArrayDeque<>());
        long wait = wait(here, now, 1, limits.chatGap());
        if (chat.id() < 0) {
            wait = Math.max(wait, wait(here, now, limits.groupMessages(), limits.groupWindow()));
        }
        wait = Math.max(wait, wait(all, now, limits.messagesPerSecond(), Duration.ofSeconds(1)));
        if (wait > 0) {
            refused++;
            throw TelegramServerError.tooMany((wait + 999_999_999) / 1_000_000_000);
        }
        remember(here, now);
        remember(all, now);
    }

    /** Nanoseconds until there were fewer than so many in the window. */
    private static long wait(Deque<Long> times, long now, int most, Duration window) {
        if (times.size() < most) {
            return 0;
        }
        long oldest =
                times.stream().skip(times.size() - (long) most).findFirst().orElse(now);
        return Math.max(0, oldest + window.toNanos() - now);
    }

    private void remember(Deque<Long> times, long now) {
        times.add(now);
        long second = Duration.ofSeconds(1).toNanos();
        long gap = Math.max(second, limits.chatGap().toNanos());
        while (now - times.element() > Math.max(gap, limits.groupWindow().toNanos())) {
            times.remove();
        }
    }
}
