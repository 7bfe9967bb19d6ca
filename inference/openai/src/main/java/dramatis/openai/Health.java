package dramatis.openai;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether a server is to be asked: one that fails rests for 30 s, longer each time up to 5 min; after that a single
 * request tries whether it is back. Safe for use by many threads.
 */
final class Health {
    private static final Duration FIRST_REST = Duration.ofSeconds(30);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    private final LongSupplier nanoTime;
    private int failures;
    private long restUntil;
    private boolean tried;

    Health(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Whether it is well, or its rest is over and nobody tries it yet. */
    synchronized boolean open() {
        return failures == 0 || (!tried && restLeft() <= 0);
    }

    /** The nanoseconds that its rest lasts yet; not above 0 when it is over. */
    synchronized long restLeft() {
        return failures == 0 ? 0 : restUntil - nanoTime.getAsLong();
    }

    /** A request goes to it. */
    synchronized void begin() {
        tried = failures > 0;
    }

    /** The request that went to it said nothing about it. */
    synchronized void end() {
        tried = false;
    }

    /** It answered. Says whether it had failed before. */
    synchronized boolean well() {
        boolean back = failures > 0;
        failures = 0;
        tried = false;
        return back;
    }

    /** It failed. Of several requests that fail while it rests only the first counts. */
    synchronized Duration failed() {
        if (failures == 0 || restLeft() <= 0) {
            failures++;
            restUntil = nanoTime.getAsLong() + rest().toNanos();
        }
        tried = false;
        return rest();
    }

    private Duration rest() {
        Duration grown = FIRST_REST.multipliedBy(1L << Math.min(failures - 1, 8));
        return grown.compareTo(LONGEST_REST) < 0 ? grown : LONGEST_REST;
    }
}
