package dramatis.openai;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The HTTP client of an engine, its threads, and what is under way. Safe for use by many threads. */
final class Wire implements AutoCloseable {
    /** Answers that are read as a whole are models, templates, token ids and errors. */
    static final int MOST_BYTES = 8 << 20;

    private static final AtomicInteger threads = new AtomicInteger();

    private final Executor executor = daemons();
    private final HttpClient client;
    private final Optional<String> apiKey;
    private final Set<Exchange> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Wire(OpenAiOptions options) {
        apiKey = options.apiKey();
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(options.timeouts().connect())
                .executor(executor)
                .build();
    }

    /** Threads that end by themselves when there is nothing to do. */
    private static Executor daemons() {
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            Thread thread = new Thread(work, "dramatis-openai-" + threads.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    Executor executor() {
        return executor;
    }

    boolean isClosed() {
        return closed;
    }

    /** Sends a request; {@link #close} ends it, as {@link #release} does. */
    Exchange post(ServerUrl url, String path, String json) {
        return track(new Exchange(
                client,
                request(url, path)
                        .header("Content-Type", "application/json")
                        .header("Accept", "text/event-stream, application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build()));
    }

    /** Ends a request that {@link #post} sent. */
    void release(Exchange exchange) {
        open.remove(exchange);
        exchange.close();
    }

    /** Asks for something small. */
    Answer get(ServerUrl url, String path, Duration wait) throws IOException {
        return whole(track(new Exchange(client, request(url, path).GET().build())), wait);
    }

    /** Asks for something small about an object. */
    Answer ask(ServerUrl url, String path, Map<String, ?> json, Duration wait) throws IOException {
        return whole(post(url, path, Json.write(json)), wait);
    }

    private Answer whole(Exchange exchange, Duration wait) throws IOException {
        try {
            return exchange.whole(wait, MOST_BYTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            release(exchange);
        }
    }

    private Exchange track(Exchange exchange) {
        open.add(exchange);
        if (closed) {
            exchange.close();
        }
        return exchange;
    }

    private HttpRequest.Builder request(ServerUrl url, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path));
        apiKey.map(key -> "Bearer " + key)
                .or(url::authorization)
                .ifPresent(value -> request.header("Authorization", value));
        return request;
    }

    /** Ends all that is under way; what is sent later ends at once. */
    @Override
    public void close() {
        closed = true;
        open.forEach(Exchange::close);
    }
}
