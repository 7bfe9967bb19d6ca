package dramatis.metrics;

import static java.net.HttpURLConnection.HTTP_BAD_METHOD;
import static java.net.HttpURLConnection.HTTP_NOT_FOUND;
import static java.net.HttpURLConnection.HTTP_OK;
import static java.net.HttpURLConnection.HTTP_UNAVAILABLE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers on 127.0.0.1 and nowhere else: {@code /metrics}, {@code /health} and {@code /ready}. Whoever is on the machine
 * may read it; there is no text of any chat in it.
 */
public final class MetricsServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(MetricsServer.class);
    private static final int THREADS = 2;
    /** Not what Java calls loopback, which may be ::1. */
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Metrics metrics;
    private final Probes probes;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "metrics");
        thread.setDaemon(true);
        return thread;
    });

    /** What is said to one request. */
    private record Answer(int status, String type, String body) {}

    private MetricsServer(Metrics metrics, Probes probes, HttpServer server) {
        this.metrics = requireNonNull(metrics, "metrics");
        this.probes = requireNonNull(probes, "probes");
        this.server = server;
    }

    /**
     * Begins to answer.
     *
     * @param port 0 for any that is free
     * @throws MetricsException where the port cannot be had
     */
    public static MetricsServer open(int port, Metrics metrics, Probes probes) {
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
            MetricsServer opened = new MetricsServer(metrics, probes, HttpServer.create(address, 0));
            opened.server.createContext("/", opened::handle);
            opened.server.setExecutor(opened.threads);
            opened.server.start();
            return opened;
        } catch (IOException e) {
            throw new MetricsException(
                    "Port %d of this machine cannot be opened (%s): set METRICS_PORT to one that is free, or leave it out."
                            .formatted(port, e.getMessage()),
                    e);
        }
    }

    /** Where it answers. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        } catch (RuntimeException e) {
            // the exchange is closed without an answer, which says enough to whoever asked
            log.warn("a look at the metrics failed", e);
        }
    }

    private Answer answer(HttpExchange exchange) {
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return new Answer(HTTP_BAD_METHOD, PLAIN, "This is only to be read.\n");
        }
        return switch (exchange.getRequestURI().getPath()) {
            case "/metrics" -> new Answer(HTTP_OK, PROMETHEUS, metrics.text());
            case "/health" -> health();
            case "/ready" -> ready();
            default -> new Answer(HTTP_NOT_FOUND, PLAIN, "There are /metrics, /health and /ready.\n");
        };
    }

    private Answer health() {
        Health health = probes.health();
        return new Answer(health.well() ? HTTP_OK : HTTP_UNAVAILABLE, "application/json", health.json());
    }

    private Answer ready() {
        List<String> missing = probes.missing();
        return missing.isEmpty()
                ? new Answer(HTTP_OK, PLAIN, "Ready.\n")
                : new Answer(HTTP_UNAVAILABLE, PLAIN, String.join("\n", missing) + "\n");
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
