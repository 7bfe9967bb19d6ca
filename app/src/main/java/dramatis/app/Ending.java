package dramatis.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of a process that runs until it is asked to end (Ctrl-C, SIGTERM): the one who runs is told, and the process
 * waits until all is put away, for a while.
 */
final class Ending implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Ending.class);
    private static final Duration PATIENCE = Duration.ofSeconds(9);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    private Ending() {}

    /** From now on the process ends by {@link #await}; made once. */
    static Ending ofThisProcess() {
        var ending = new Ending();
        Runtime.getRuntime().addShutdownHook(new Thread(ending::end, "ending"));
        return ending;
    }

    private void end() {
        asked.countDown();
        try {
            if (!over.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("not all could be put away in time; the next start goes on with it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the process is asked to end. */
    void await() throws InterruptedException {
        asked.await();
    }

    /** All is put away. */
    @Override
    public void close() {
        over.countDown();
    }
}
