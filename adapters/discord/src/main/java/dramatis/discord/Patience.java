package dramatis.discord;

import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** Tries again what may be done twice, while Discord fails. */
final class Patience {
    private static final int TRIES = 6;
    private static final long PAUSE = 250;

    private Patience() {}

    /** Does it until it is done, at most six times in about eight seconds; then throws what it threw. */
    static <T> T retrying(Supplier<T> doing) {
        for (int tries = 1; ; tries++) {
            try {
                return doing.get();
            } catch (RuntimeException e) {
                if (!Calls.passing(e) || tries == TRIES) {
                    throw e;
                }
                pause(tries);
            }
        }
    }

    /** Waits, longer each time. */
    static void pause(int tries) {
        try {
            Thread.sleep(PAUSE << Math.min(tries - 1, 4));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
