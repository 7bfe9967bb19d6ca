package dramatis.discord;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps below Discord's limit for a bot as a whole, 50 requests a second
 * ({@code https://discord.com/developers/docs/topics/rate-limits#global-rate-limit}): JDA knows it only from being
 * refused. Answers to interactions have no part in it. Safe for use by many threads, which wait for their turn.
 */
final class Pace implements Interceptor {
    private static final Duration APART = Duration.ofMillis(25);

    private long next = System.nanoTime();

    @Override
    public Response intercept(Chain chain) throws IOException {
        if (!chain.request().url().encodedPath().contains("/interactions/")) {
            await();
        }
        return chain.proceed(chain.request());
    }

    private void await() throws IOException {
        try {
            TimeUnit.NANOSECONDS.sleep(turn() - System.nanoTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted before a request");
        }
    }

    /** When the caller's turn is. */
    private synchronized long turn() {
        long now = System.nanoTime();
        long turn = next - now > 0 ? next : now;
        next = turn + APART.toNanos();
        return turn;
    }
}
