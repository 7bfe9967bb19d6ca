package dramatis.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Hugging Face hub on loopback, as its own clients see it: listings, small files behind a relative redirect, large ones
 * behind a redirect to another host. Faults are scripted per file, and each is used up by one request. For any thread.
 */
public final class HubServer implements AutoCloseable {
    private static final Pattern LISTING = Pattern.compile("/api/models/([^/]+/[^/]+)/(revision|tree)/([^/?]+)");
    private static final Pattern RESOLVE = Pattern.compile("/([^/]+/[^/]+)/resolve/([^/]+)/(.+)");
    private static final Pattern CONTENT =
            Pattern.compile("/(?:api/resolve-cache/models|cdn)/([^/]+/[^/]+)/([^/]+)/(.+)");

    static {
        // otherwise every answer waits 40 ms for the client's acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final String base;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicLong served = new AtomicLong();
    private final List<HubServerRequest> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<HubServerFault>> faults = new ConcurrentHashMap<>();
    private final Map<String, HubServerModel> models = new ConcurrentHashMap<>();
    private volatile Optional<String> token = Optional.empty();

    private HubServer(String base) throws IOException {
        this.base = base;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    public static HubServer start() {
        return startBelow("");
    }

    /** A hub, or a mirror of one, below a path such as {@code /mirror}. */
    public static HubServer startBelow(String path) {
        try {
            return new HubServer(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port() + base);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    /** Adds a commit with these files to a model ({@code ORG/NAME}), and moves the revision to it. */
    public String publish(String model, String revision, HubServerFile... files) {
        return models.computeIfAbsent(model, HubServerModel::new).publish(revision, List.of(files));
    }

    /** The commit that a revision is at. */
    public String commit(String model, String revision) {
        return Optional.ofNullable(models.get(model))
                .flatMap(it -> it.commit(revision))
                .orElseThrow();
    }

    /** From now on the model's pages are for those with this token; the host of large files does not ask for it. */
    public void requireToken(String required) {
        token = Optional.of(required);
    }

    /** What happens to the next requests for listings. */
    public void onListing(HubServerFault... next) {
        script("", next);
    }

    /** What happens to the next requests for where a file is. */
    public void onResolve(String file, HubServerFault... next) {
        script("resolve " + file, next);
    }

    /** What happens to the next requests for a file's bytes. */
    public void onContent(String file, HubServerFault... next) {
        script("content " + file, next);
    }

    private void script(String key, HubServerFault... next) {
        faults.computeIfAbsent(key, it -> new ConcurrentLinkedQueue<>()).addAll(List.of(next));
    }

    /** All requests, in the order in which they came. */
    public List<HubServerRequest> requests() {
        return List.copyOf(requests);
    }

    /** The requests for the bytes of a file. */
    public List<HubServerRequest> contentRequests(String file) {
        return requests.stream()
                .filter(it ->
                        CONTENT.matcher(below(it.path())).matches() && it.path().endsWith("/" + file))
                .toList();
    }

    /** How often a model's files were listed. */
    public long listings() {
        return requests.stream()
                .filter(it -> LISTING.matcher(below(it.path())).lookingAt())
                .count();
    }

    /** How many bytes of files were sent, all together. */
    public long servedBytes() {
        return served.get();
    }

    /** Lets the answers that stall go on, now and later. */
    public void goOn() {
        goOn.countDown();
    }

    @Override
    public void close() {
        goOn();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        requests.add(HubServerRequest.of(exchange));
        HubServerReply reply = new HubServerReply(exchange, served, goOn);
        try (exchange) {
            route(below(path), reply);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String below(String path) {
        return path.startsWith(base + "/") ? path.substring(base.length()) : "/nowhere";
    }

    private void route(String path, HubServerReply reply) throws IOException, InterruptedException {
        Matcher listing = LISTING.matcher(path);
        Matcher content = CONTENT.matcher(path);
        Matcher resolve = RESOLVE.matcher(path);
        if (!path.startsWith("/cdn/") && !reply.hasToken(token)) {
            return;
        }
        if (listing.lookingAt()) {
            list(listing, reply);
        } else if (content.matches()) {
            send(content, reply);
        } else if (resolve.matches()) {
            redirect(resolve, reply);
        } else {
            reply.status(404, Map.of());
        }
    }

    private void list(Matcher asked, HubServerReply reply) throws IOException, InterruptedException {
        HubServerFault fault = next("");
        String revision = URLDecoder.decode(asked.group(3), UTF_8);
        HubServerModel model = models.get(asked.group(1));
        if (fault instanceof HubServerFault.Status status) {
            reply.status(status.code(), status.headers());
        } else if (model == null) {
            reply.status(404, Map.of("X-Error-Code", "RepoNotFound"));
        } else if (model.commit(revision).isEmpty()) {
            reply.status(404, Map.of("X-Error-Code", "RevisionNotFound"));
        } else {
            String commit = model.commit(revision).get();
            String json = asked.group(2).equals("tree") ? model.tree(commit) : model.listing(commit);
            reply.file(HubServerFile.small("listing", json), fault);
        }
    }

    private void redirect(Matcher asked, HubServerReply reply) throws IOException {
        Optional<HubServerFile> file = file(asked);
        HubServerFault fault = next("resolve " + asked.group(3));
        if (fault instanceof HubServerFault.Status status) {
            reply.status(status.code(), status.headers());
        } else if (file.isEmpty()) {
            reply.status(404, Map.of("X-Error-Code", "EntryNotFound"));
        } else {
            String place = asked.group(1) + "/" + asked.group(2) + "/" + asked.group(3);
            String elsewhere = "http://localhost:" + port() + base + "/cdn/" + place;
            boolean large = file.get().large();
            reply.redirect(
                    large ? 302 : 307,
                    large ? elsewhere : base + "/api/resolve-cache/models/" + place,
                    asked.group(2),
                    file.get());
        }
    }

    private void send(Matcher asked, HubServerReply reply) throws IOException, InterruptedException {
        Optional<HubServerFile> file = file(asked);
        HubServerFault fault = next("content " + asked.group(3));
        if (fault instanceof HubServerFault.Status status) {
            reply.status(status.code(), status.headers());
        } else if (file.isEmpty()) {
            reply.status(404, Map.of());
        } else {
            reply.header("X-Repo-Commit", asked.group(2));
            reply.file(file.get(), fault);
        }
    }

    private Optional<HubServerFile> file(Matcher asked) {
        return Optional.ofNullable(models.get(asked.group(1)))
                .flatMap(it -> it.file(URLDecoder.decode(asked.group(2), UTF_8), asked.group(3)));
    }

    private HubServerFault next(String key) {
        HubServerFault next =
                faults.getOrDefault(key, new ConcurrentLinkedQueue<>()).poll();
        return next == null ? new HubServerFault.None() : next;
    }
}
