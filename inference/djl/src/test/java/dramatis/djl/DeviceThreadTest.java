package dramatis.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dramatis.inference.EngineException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeviceThreadTest {
    private final DeviceThread device = new DeviceThread();

    @AfterEach
    void close() {
        device.close(() -> {});
    }

    @Test
    void run_doesAllOnOneThread() {
        AtomicReference<Thread> first = new AtomicReference<>();
        AtomicReference<Thread> second = new AtomicReference<>();
        assertThat(device.run(() -> first.set(Thread.currentThread()), () -> false))
                .isTrue();
        assertThat(device.run(() -> second.set(Thread.currentThread()), () -> false))
                .isTrue();
        assertThat(second.get()).isSameAs(first.get()).isNotSameAs(Thread.currentThread());
    }

    @Test
    void run_failure_isThrownToTheCaller() {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> device.run(
                        () -> {
                            throw new IllegalStateException("native");
                        },
                        () -> false))
                .matches(e -> e.kind() == EngineException.Kind.FAILED)
                .withRootCauseInstanceOf(IllegalStateException.class);
        assertThat(device.run(() -> {}, () -> false)).isTrue();
    }

    @Test
    void run_unwantedWhileItWaits_isNotDone() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch hold = new CountDownLatch(1);
        CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> device.run(
                () -> {
                    begun.countDown();
                    await(hold);
                },
                () -> false));
        await(begun);
        AtomicBoolean unwanted = new AtomicBoolean();
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Boolean> waiting =
                CompletableFuture.supplyAsync(() -> device.run(() -> done.set(true), unwanted::get));
        unwanted.set(true);
        assertThat(waiting.orTimeout(10, TimeUnit.SECONDS).join()).isFalse();
        hold.countDown();
        assertThat(other.orTimeout(10, TimeUnit.SECONDS).join()).isTrue();
        device.run(() -> {}, () -> false);
        assertThat(done).isFalse();
    }

    @Test
    void run_interrupted_waitsForAStepThatHasBegun() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch hold = new CountDownLatch(1);
        AtomicBoolean stillInterrupted = new AtomicBoolean();
        AtomicBoolean result = new AtomicBoolean();
        Thread caller = new Thread(() -> {
            result.set(device.run(
                    () -> {
                        begun.countDown();
                        await(hold);
                    },
                    () -> false));
            stillInterrupted.set(Thread.currentThread().isInterrupted());
        });
        caller.start();
        await(begun);
        caller.interrupt();
        hold.countDown();
        Awaitility.await().until(() -> !caller.isAlive());
        assertThat(result).isTrue();
        assertThat(stillInterrupted).isTrue();
    }

    @Test
    void run_closed_isNotDone() {
        AtomicBoolean last = new AtomicBoolean();
        device.close(() -> last.set(true));
        assertThat(last).isTrue();
        assertThat(device.run(() -> {}, () -> false)).isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
