package dramatis.djl;

import dramatis.inference.EngineException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that computes. Callers hand it a step at a time and wait for it, so that the generations of several
 * seats take turns, first come first served.
 */
final class DeviceThread {
    /** How often a caller that waits for its turn asks whether it is still wanted. */
    private static final long ASK_MILLIS = 20;

    private final ExecutorService worker =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                Thread thread = new Thread(work, "dramatis-device");
                thread.setDaemon(true);
                return thread;
            });

    /**
     * Does a step on the device, and waits until it is done. Whatever the step throws is thrown here.
     *
     * @param unwanted asked before the step and while it waits for its turn, on the caller's thread
     * @return false where the step was not done: it is unwanted, the caller was interrupted, or the device is closed
     */
    boolean run(Runnable work, BooleanSupplier unwanted) {
        if (unwanted.getAsBoolean() || Thread.currentThread().isInterrupted()) {
            return false;
        }
        Step step = new Step(work);
        try {
            worker.execute(step);
        } catch (RejectedExecutionException e) {
            return false;
        }
        return await(step, unwanted) && step.outcome();
    }

    /** Waits until the step is done, or withdraws it while that is possible; one that has begun is always waited for. */
    private static boolean await(Step step, BooleanSupplier unwanted) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    if (step.done.await(ASK_MILLIS, TimeUnit.MILLISECONDS)) {
                        return true;
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                }
                if ((interrupted || unwanted.getAsBoolean()) && step.withdraw()) {
                    return false;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Does the last work and ends; steps that come later are not done. Waits for the end. */
    void close(Runnable last) {
        Step step = new Step(last);
        try {
            worker.execute(step);
        } catch (RejectedExecutionException e) {
            return;
        }
        worker.shutdown();
        await(step, () -> false);
    }

    private enum State {
        WAITING,
        STARTED,
        WITHDRAWN
    }

    private static final class Step implements Runnable {
        private final CountDownLatch done = new CountDownLatch(1);
        private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
        private final Runnable work;
        private volatile @Nullable Throwable failure;

        Step(Runnable work) {
            this.work = work;
        }

        @Override
        public void run() {
            if (!state.compareAndSet(State.WAITING, State.STARTED)) {
                return;
            }
            try {
                work.run();
            } catch (Throwable e) {
                failure = e;
            } finally {
                done.countDown();
            }
        }

        boolean withdraw() {
            return state.compareAndSet(State.WAITING, State.WITHDRAWN);
        }

        boolean outcome() {
            Throwable thrown = failure;
            if (thrown instanceof EngineException own) {
                throw own;
            }
            if (thrown instanceof Error error && !(error instanceof OutOfMemoryError)) {
                throw error;
            }
            if (thrown != null) {
                throw new EngineException(
                        EngineException.Kind.FAILED,
                        "The model failed (" + thrown.getClass().getSimpleName() + ").",
                        thrown);
            }
            return true;
        }
    }
}
