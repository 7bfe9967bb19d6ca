package dramatis.console;

import dramatis.platform.TurnWatcher.Phase;
import java.util.HashSet;
import java.util.Set;

/** The turns that this run knows of, for whoever waits for their ends. Safe for use by many threads. */
final class Turns {
    private final Set<Long> asked = new HashSet<>();
    private final Set<Long> running = new HashSet<>();
    private final Set<Long> ended = new HashSet<>();
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
            ended.add(turnId);
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

    /** Waits for a turn's end, which may have come before; or until {@link #release}. */
    synchronized void await(long turnId) throws InterruptedException {
        int before = released;
        while (!ended.contains(turnId) && released == before) {
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
