package dramatis.console;

import dramatis.platform.TurnWatcher.Phase;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The turns that this run knows of, for whoever waits for their ends. Safe for use by many threads. */
final class Turns {
    private final Set<Long> asked = new HashSet<>();
    private final Set<Long> running = new HashSet<>();
    /** When each turn ended last. */
    private final Map<Long, Long> ended = new HashMap<>();

    private long now;
    private boolean anyFailed;
    private int released;

    /** Somebody at this console asked for the turn. */
    synchronized void asked(long turnId) {
        asked.add(turnId);
    }

    synchronized boolean wasAsked(long turnId) {
        return asked.contains(turnId);
    }

    synchronized void changed(long turnId, Phase phase) {
        anyFailed |= phase == Phase.FAILED;
        if (phase.last()) {
            running.remove(turnId);
            ended.put(turnId, ++now);
        } else {
            running.add(turnId);
        }
        notifyAll();
    }

    /** Something that was asked for got no turn at all. */
    synchronized void failed() {
        anyFailed = true;
    }

    synchronized boolean anyFailed() {
        return anyFailed;
    }

    synchronized boolean anyRunning() {
        return !running.isEmpty();
    }

    /** A moment to wait from: before something is asked for. */
    synchronized long now() {
        return now;
    }

    /** Waits for a turn's end after a moment, which may have come already; or until {@link #release}. */
    synchronized void await(long turnId, long since) throws InterruptedException {
        int before = released;
        while (ended.getOrDefault(turnId, 0L) <= since && released == before) {
            wait();
        }
    }

    /** Waits until no turn runs that is known of; or until {@link #release}. */
    synchronized void awaitAll() throws InterruptedException {
        int before = released;
        while (!running.isEmpty() && released == before) {
            wait();
        }
    }

    /** Lets those go who wait now. */
    synchronized void release() {
        released++;
        notifyAll();
    }
}
