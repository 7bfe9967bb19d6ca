package dramatis.delivery;

import static java.util.Objects.requireNonNull;

import dramatis.message.ConversationRef;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One lane for each conversation: what is put on it is done in that order, one thing at a time, on some thread of the
 * executor. A slow platform holds up its own conversations only. Safe for use by many threads.
 */
public final class Lanes {
    private static final Logger log = LoggerFactory.getLogger(Lanes.class);

    private final Executor executor;
    /** What is still to be done, by conversation; the first of each is being done now. */
    private final Map<ConversationRef, Queue<Runnable>> lanes = new HashMap<>();

    private boolean closed;

    public Lanes(Executor executor) {
        this.executor = requireNonNull(executor, "executor");
    }

    /** Puts something at the end of a conversation's lane. What it throws is logged, and the lane goes on. */
    public void put(ConversationRef conversation, Runnable task) {
        boolean first;
        synchronized (lanes) {
            if (closed) {
                return;
            }
            Queue<Runnable> lane = lanes.computeIfAbsent(conversation, c -> new ArrayDeque<>());
            first = lane.isEmpty();
            lane.add(task);
        }
        if (first) {
            executor.execute(() -> run(conversation, task));
        }
    }

    /** Whether it takes nothing more. */
    boolean closed() {
        synchronized (lanes) {
            return closed;
        }
    }

    /** Takes nothing more, and waits for what was put before; what is not done in time is not done. */
    public void close(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        synchronized (lanes) {
            closed = true;
            for (long left = patience.toMillis(); !lanes.isEmpty() && left > 0; ) {
                lanes.wait(left);
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            }
            lanes.values().forEach(Lanes::keepOnlyWhatRuns);
        }
    }

    private static void keepOnlyWhatRuns(Queue<Runnable> lane) {
        Runnable running = lane.remove();
        lane.clear();
        lane.add(running);
    }

    private void run(ConversationRef conversation, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            log.error("something failed on the lane of {}", conversation, e);
        } finally {
            next(conversation);
        }
    }

    /** Goes back to the executor after each task, so that no lane keeps a thread from the others. */
    private void next(ConversationRef conversation) {
        Runnable task;
        synchronized (lanes) {
            Queue<Runnable> lane = requireNonNull(lanes.get(conversation));
            lane.remove();
            task = lane.peek();
            if (task == null) {
                lanes.remove(conversation);
                lanes.notifyAll();
                return;
            }
        }
        executor.execute(() -> run(conversation, task));
    }
}
