package dramatis.delivery;

import static java.util.Objects.requireNonNull;

import dramatis.message.ConversationRef;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
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

    public Lanes(Executor executor) {
        this.executor = requireNonNull(executor, "executor");
    }

    /** Puts something at the end of a conversation's lane. What it throws is logged, and the lane goes on. */
    public void put(ConversationRef conversation, Runnable task) {
        boolean first;
        synchronized (lanes) {
            Queue<Runnable> lane = lanes.computeIfAbsent(conversation, c -> new ArrayDeque<>());
            first = lane.isEmpty();
            lane.add(task);
        }
        if (first) {
            executor.execute(() -> run(conversation, task));
        }
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
                return;
            }
        }
        executor.execute(() -> run(conversation, task));
    }
}
