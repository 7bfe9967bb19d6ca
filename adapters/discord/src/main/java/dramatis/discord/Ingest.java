package dramatis.discord;

import dramatis.message.InboundEvent;
import dramatis.platform.Admission;
import dramatis.platform.InboundHandler;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands events in, one after the other on a thread of its own; what cannot be kept is handed in again until it can, and
 * all that comes after it waits. Safe for use by many threads; returns at once.
 */
final class Ingest implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Ingest.class);
    private static final int MOST = 10_000;
    private static final long LONGEST_PAUSE = 10_000;

    private final InboundHandler handler;
    private final CountDownLatch end = new CountDownLatch(1);
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST),
            Daemons.named("discord-ingest"),
            Ingest::leaveOut);

    Ingest(InboundHandler handler) {
        this.handler = handler;
    }

    /** Does something in turn. What it throws is logged. */
    void put(Runnable task) {
        thread.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                log.error("something that happened on Discord could not be taken in", e);
            }
        });
    }

    /** Hands an event in, on the thread of {@link #put}. */
    void accept(InboundEvent event, Consumer<Admission> outcome) {
        Admission admission = handler.accept(event);
        for (long pause = 500; admission instanceof Admission.Unavailable; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
            if (endsWithin(pause)) {
                return;
            }
            admission = handler.accept(event);
        }
        outcome.accept(admission);
    }

    private static void leaveOut(Runnable task, ThreadPoolExecutor pool) {
        if (!pool.isShutdown()) {
            log.warn("too much to take in; something that was written is left out");
        }
    }

    private boolean endsWithin(long millis) {
        try {
            return end.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Takes nothing more. What is being handed in is waited for: a store does not like to be interrupted. */
    @Override
    public void close() {
        end.countDown();
        thread.getQueue().clear();
        Daemons.end(thread);
    }
}
