package dramatis.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.message.ConversationRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LanesTest {
    private static final ConversationRef A = new ConversationRef("testing", "a", "");
    private static final ConversationRef B = new ConversationRef("testing", "b", "");

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Lanes lanes = new Lanes(threads);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void put_manyThings_areDoneInOrderOneAtATime() throws InterruptedException {
        List<Integer> done = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch all = new CountDownLatch(2000);
        for (int i = 0; i < 2000; i++) {
            int number = i;
            lanes.put(A, () -> {
                done.add(number);
                all.countDown();
            });
        }
        assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(done).hasSize(2000).isSorted();
    }

    @Test
    void put_otherLaneIsBusy_isDoneAllTheSame() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(1);
        lanes.put(A, () -> await(busy));
        lanes.put(B, other::countDown);

        assertThat(other.await(20, TimeUnit.SECONDS)).isTrue();
        busy.countDown();
    }

    @Test
    void put_afterSomethingThatThrew_isDone() throws InterruptedException {
        CountDownLatch next = new CountDownLatch(1);
        lanes.put(A, () -> {
            throw new IllegalStateException("meant to be logged");
        });
        lanes.put(A, next::countDown);

        assertThat(next.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
