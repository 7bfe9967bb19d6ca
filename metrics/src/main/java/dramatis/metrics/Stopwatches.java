package dramatis.metrics;

import dramatis.platform.Receipt;
import dramatis.platform.TurnWatcher.Phase;
import dramatis.turn.Turn;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How long turns wait in line, and people for the first of a reply. Safe for use by many threads. */
final class Stopwatches {
    private final Timer wait;
    private final Timer firstPost;
    private final InstantSource clock;
    /** When the turns that wait were lined up. */
    private final Map<Long, Instant> linedUp = new ConcurrentHashMap<>();
    /** When the turns that nothing was seen of yet were asked for. */
    private final Map<Long, Instant> unseen = new ConcurrentHashMap<>();

    Stopwatches(MeterRegistry registry, InstantSource clock) {
        wait = Ladder.timer(registry, "dramatis.turn.wait", "Time from a turn's place in line to its seat");
        firstPost = Ladder.timer(
                registry, "dramatis.turn.first.post", "Time from a message to the first post that answers it");
        this.clock = clock;
    }

    void admitted(Turn turn) {
        linedUp.put(turn.id(), clock.instant());
    }

    void came(Turn turn, Phase phase) {
        if (phase == Phase.PLANNING) {
            stop(wait, linedUp.remove(turn.id()));
        } else if (phase == Phase.SPEAKING && turn.starts() == 1) {
            // of one that an earlier process began, people may have seen something already
            unseen.put(turn.id(), turn.receivedAt());
        } else if (phase.last()) {
            linedUp.remove(turn.id());
            unseen.remove(turn.id());
        }
    }

    void posted(long turnId, Receipt receipt) {
        if (receipt instanceof Receipt.Sent) {
            stop(firstPost, unseen.remove(turnId));
        }
    }

    /** How many turns are being timed. */
    int running() {
        return linedUp.size() + unseen.size();
    }

    /** A platform's clock may be ahead of ours. */
    private void stop(Timer timer, @Nullable Instant since) {
        if (since != null) {
            Duration time = Duration.between(since, clock.instant());
            timer.record(time.isNegative() ? Duration.ZERO : time);
        }
    }
}
