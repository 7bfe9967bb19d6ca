package dramatis.telegram;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** The HTTP clients, whose threads end with the bot. No request is sent twice: a message would stand twice. */
final class Connections implements AutoCloseable {
    /** How long Telegram keeps an empty poll open. */
    static final Duration POLL = Duration.ofSeconds(30);

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int AT_ONCE = 64;

    private final ExecutorService threads = Executors.newCachedThreadPool(Daemons.named("telegram-http"));
    private final OkHttpClient calls;
    private final OkHttpClient polls;

    Connections() {
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(AT_ONCE);
        dispatcher.setMaxRequestsPerHost(AT_ONCE);
        calls = Reached.told(new OkHttpClient.Builder())
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(AT_ONCE, 30, TimeUnit.SECONDS))
                .retryOnConnectionFailure(false)
                .connectTimeout(CONNECT)
                .writeTimeout(ANSWER)
                .readTimeout(ANSWER)
                .build();
        polls = calls.newBuilder().readTimeout(POLL.plus(ANSWER)).build();
    }

    OkHttpClient calls() {
        return calls;
    }

    OkHttpClient polls() {
        return polls;
    }

    @Override
    public void close() {
        calls.dispatcher().cancelAll();
        calls.connectionPool().evictAll();
        threads.shutdownNow();
    }
}
