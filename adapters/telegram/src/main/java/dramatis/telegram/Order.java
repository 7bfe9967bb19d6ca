package dramatis.telegram;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does things in the order of their coming within a chat, and chats beside each other. Safe for use by many threads. */
final class Order implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Order.class);

    private static final long PATIENCE_AT_THE_END = 2;

    private final ExecutorService threads;
    private final Map<Long, CompletableFuture<Void>> last = new ConcurrentHashMap<>();

    Order(String name) {
        threads = Executors.newCachedThreadPool(Daemons.named(name));
    }

    /** Does something once all that was put before for the chat is done; returns at once. What it throws is logged. */
    void put(long chat, Runnable task) {
        try {
            CompletableFuture<Void> done = last.compute(
                    chat,
                    (id, before) -> (before == null ? CompletableFuture.<Void>completedFuture(null) : before)
                            .thenRunAsync(() -> guarded(task), threads));
            var unused = done.whenComplete(
                    (nothing, failure) -> last.computeIfPresent(chat, (id, now) -> now == done ? null : now));
        } catch (RejectedExecutionException e) {
            log.debug("the bot ends");
        }
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (ApiFailure e) {
            if (!e.is(ApiFailure.Kind.CLOSED)) {
                log.warn("something for Telegram was not done: {}", e.getMessage());
            }
        } catch (RuntimeException e) {
            log.error("something for Telegram was not done", e);
        }
    }

    /** Waits for what was put before for a chat, for a while. */
    void await(long chat, long seconds) {
        CompletableFuture<Void> done = last.get(chat);
        if (done == null) {
            return;
        }
        try {
            done.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            log.warn("a command takes long; what was written after it goes first");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            log.debug("what was put before failed", e);
        }
    }

    /** Takes nothing more. */
    void stop() {
        threads.shutdown();
    }

    /** Waits a while for what runs. Nobody is interrupted: they may be at the store, which would not survive it. */
    @Override
    public void close() {
        stop();
        try {
            if (!threads.awaitTermination(PATIENCE_AT_THE_END, TimeUnit.SECONDS)) {
                log.warn("a command of Telegram's did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
