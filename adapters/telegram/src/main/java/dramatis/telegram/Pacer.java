package dramatis.telegram;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Holds back what goes to a chat for as long as Telegram has asked for. No limit is known beforehand: all of them come
 * with answers. Safe for use by many threads.
 */
final class Pacer implements AutoCloseable {
    private final Map<Long, Long> heldUntil = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Telegram asked for a pause in a chat. */
    void hold(long chat, Duration pause) {
        heldUntil.merge(chat, System.nanoTime() + pause.toNanos(), Math::max);
    }

    /** How long a chat is held back from now on; nothing where it is not. */
    Duration left(long chat) {
        Long until = heldUntil.get(chat);
        if (until == null) {
            return Duration.ZERO;
        }
        long left = until - System.nanoTime();
        if (left <= 0) {
            heldUntil.remove(chat, until);
        }
        return Duration.ofNanos(Math.max(0, left));
    }

    /**
     * Waits until a chat is held back no more.
     *
     * @throws ApiFailure where the bot ends meanwhile
     */
    void await(long chat) {
        for (Duration left = left(chat); !left.isZero(); left = left(chat)) {
            pause(left);
        }
    }

    /** Waits; as {@link #await}. */
    void pause(Duration pause) {
        try {
            if (closed.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                throw ApiFailure.closed();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiFailure.closed();
        }
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
