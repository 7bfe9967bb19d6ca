package dramatis.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The connections of a {@link TelegramServer}. */
final class TelegramServerHttp {
    private static final Pattern CALL = Pattern.compile("/bot([^/]+)/(?:test/)?([^/]+)");
    private static final Pattern DOWNLOAD = Pattern.compile("/file/bot([^/]+)/(?:test/)?documents/(.+)");

    static {
        // otherwise every answer waits 40 ms for the client's acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final String token;
    private final TelegramServerWorld world;
    private final TelegramServerMethods methods;
    private final TelegramServerFaults faults;
    private final List<TelegramServerRequest> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(TelegramServerHttp::daemon);
    private volatile CountDownLatch goOn = new CountDownLatch(1);
    private volatile int port;
    private @Nullable HttpServer server;

    TelegramServerHttp(
            String token, TelegramServerWorld world, TelegramServerMethods methods, TelegramServerFaults faults) {
        this.token = token;
        this.world = world;
        this.methods = methods;
        this.faults = faults;
    }

    int port() {
        return port;
    }

    List<TelegramServerRequest> requests() {
        return List.copyOf(requests);
    }

    synchronized void up() {
        try {
            HttpServer fresh = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            fresh.createContext("/", this::handle);
            fresh.setExecutor(threads);
            synchronized (world) {
                world.updates().open();
            }
            fresh.start();
            port = fresh.getAddress().getPort();
            server = fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Breaks all connections and refuses new ones. */
    synchronized void down() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
        synchronized (world) {
            world.updates().close();
        }
        goOn();
    }

    void close() {
        down();
        threads.shutdownNow();
    }

    /** Lets what hangs now go on. */
    void goOn() {
        goOn.countDown();
        goOn = new CountDownLatch(1);
    }

    private void handle(HttpExchange exchange) throws IOException {
        Matcher call = CALL.matcher(exchange.getRequestURI().getPath());
        Matcher download = DOWNLOAD.matcher(exchange.getRequestURI().getPath());
        // closing it without an answer breaks the connection
        try (exchange) {
            if (call.matches()) {
                answer(exchange, call.group(1), methods.name(call.group(2)));
            } else if (download.matches()) {
                download(exchange, download.group(1), download.group(2));
            } else {
                send(exchange, 404, TelegramServerError.notFound().json());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, String givenToken, String method)
            throws IOException, InterruptedException {
        TelegramServerRequest request = new TelegramServerBody(world).read(exchange, method);
        requests.add(request);
        if (!givenToken.equals(token)) {
            send(exchange, 401, TelegramServerError.unauthorized().json());
            return;
        }
        Optional<TelegramServerFault> fault = faults.of(method);
        if (fault.isPresent() && !fault.get().late() && fails(exchange, fault.get())) {
            return;
        }
        try {
            ObjectNode result = TelegramServerJson.object().put("ok", true);
            result.set("result", methods.call(request));
            if (fault.isEmpty() || !fault.get().late() || !fails(exchange, fault.get())) {
                send(exchange, 200, result);
            }
        } catch (TelegramServerError e) {
            refuse(exchange, e);
        }
    }

    /** Lets the request fail; false where it is to be answered all the same. */
    private boolean fails(HttpExchange exchange, TelegramServerFault fault) throws IOException, InterruptedException {
        switch (fault.kind()) {
            case TOO_MANY -> refuse(exchange, TelegramServerError.tooMany(fault.number()));
            case STATUS -> refuse(exchange, TelegramServerError.internal());
            case HTML -> html(exchange, fault.number());
            case DROP -> exchange.close();
            case HANG -> goOn.await();
        }
        return fault.kind() != TelegramServerFault.Kind.HANG;
    }

    private void download(HttpExchange exchange, String givenToken, String id) throws IOException {
        Optional<TelegramServerFile> file;
        synchronized (world) {
            file = world.file(id);
        }
        if (!givenToken.equals(token) || file.isEmpty()) {
            send(exchange, 404, TelegramServerError.notFound().json());
        } else {
            send(exchange, 200, "application/octet-stream", file.get().content());
        }
    }

    private static void refuse(HttpExchange exchange, TelegramServerError error) throws IOException {
        if (!error.retryAfter().isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", error.retryAfter());
        }
        send(exchange, error.code(), error.json());
    }

    private static void html(HttpExchange exchange, int status) throws IOException {
        String what = status + (status == 503 ? " Service Temporarily Unavailable" : " Bad Gateway");
        String page = "<html>\r\n<head><title>" + what + "</title></head>\r\n<body>\r\n<center><h1>" + what
                + "</h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n";
        send(exchange, status, "text/html", page.getBytes(UTF_8));
    }

    private static void send(HttpExchange exchange, int status, ObjectNode json) throws IOException {
        send(exchange, status, "application/json", json.toString().getBytes(UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "telegram-server");
        thread.setDaemon(true);
        return thread;
    }
}
