package dramatis.app;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** When to kill: at any moment, or at one soon after something happened, so that the short states are hit as well. */
final class Moments {
    private static final int LONGEST_MILLIS = 1500;
    private static final int SOON_MILLIS = 40;
    private static final int PATIENCE_SECONDS = 5;

    private final Random random = new Random(42);

    /** Waits for any moment in each fourth round, in the others for one soon after the first to third event. */
    void await(int round, IntSupplier events) throws InterruptedException {
        if (round % 4 == 0) {
            Thread.sleep(random.nextInt(LONGEST_MILLIS));
        } else {
            soonAfter(round % 4, events);
        }
    }

    /** Waits for one soon after so many further events. */
    void soonAfter(int more, IntSupplier events) throws InterruptedException {
        int wanted = events.getAsInt() + more;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (events.getAsInt() < wanted && System.nanoTime() - end < 0) {
            Thread.sleep(1);
        }
        Thread.sleep(random.nextInt(SOON_MILLIS));
    }
}
