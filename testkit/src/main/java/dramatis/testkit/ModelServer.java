package dramatis.testkit;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A model server without a model, on a port of loopback: it speaks the OpenAI API as one of several real servers does,
 * and fails as told to. What it says follows from prompt and seed alone, or from a function; a token is a word or less,
 * and prompts, {@code /tokenize} and limits count them alike.
 *
 * <pre>{@code
 * try (ModelServer server = ModelServer.of(ModelServerFlavor.VLLM).context(4096).key("secret").start()) {
 *     server.failNext(ModelServerFault.busy(Duration.ofSeconds(1)));
 *     ask(server.url());
 *     assertThat(server.generations()).hasSize(2);
 * }
 * }</pre>
 *
 * Settings may be changed at any time, by any thread, and hold for the next request.
 */
public final class ModelServer implements AutoCloseable {
    /** Makes a reply's text. */
    @FunctionalInterface
    public interface Script {
        /**
         * The text that follows a prompt.
         *
         * @param prompt as the model reads it, template and all; the chat's beginning of a reply included
         * @param seed the request's; 0 where it has none, or a temperature of 0
         */
        String reply(String prompt, long seed);
    }

    private final ModelServerFlavor flavor;
    private final List<ModelServerRequest> requests = new CopyOnWriteArrayList<>();
    private final Queue<ModelServerFault> faults = new ConcurrentLinkedQueue<>();
    private final Map<String, ModelServerFault> pathFaults = new ConcurrentHashMap<>();
    private final Set<ModelServerQuirk> quirks = ConcurrentHashMap.newKeySet();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final List<List<String>> remembered = new CopyOnWriteArrayList<>();
    private final AtomicInteger closedEarly = new AtomicInteger();
    private final AtomicInteger streaming = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile List<String> models = List.of("stub");
    private volatile int context = 8192;
    private volatile Optional<String> key = Optional.empty();
    private volatile Duration tokenDelay = Duration.ZERO;
    private volatile Script script = ModelServerMachine::reply;
    private volatile Optional<ModelServerFault> everyTime = Optional.empty();
    private volatile int port;
    private @Nullable ServerSocket listener;

    private ModelServer(ModelServerFlavor flavor) {
        this.flavor = requireNonNull(flavor, "flavor");
    }

    /** A server that is not started yet: one model {@code stub}, 8192 tokens of context, no key. */
    public static ModelServer of(ModelServerFlavor flavor) {
        return new ModelServer(flavor);
    }

    /** The names of its models; it plays all of them alike. */
    public ModelServer models(String... names) {
        models = List.of(names);
        return this;
    }

    /** The longest prompt and reply together, in tokens. */
    public ModelServer context(int tokens) {
        context = tokens;
        return this;
    }

    /** Refuses requests without this bearer token with status 401. */
    public ModelServer key(String secret) {
        key = Optional.of(secret);
        return this;
    }

    /** Waits so long before each token. */
    public ModelServer tokenDelay(Duration delay) {
        tokenDelay = requireNonNull(delay, "delay");
        return this;
    }

    /** Says what the script makes of a prompt. */
    public ModelServer replies(Script newScript) {
        script = requireNonNull(newScript, "newScript");
        return this;
    }

    /** Says always the same. */
    public ModelServer saying(String reply) {
        return replies((prompt, seed) -> reply);
    }

    /** Has these quirks, and no others. */
    public ModelServer quirks(ModelServerQuirk... some) {
        quirks.clear();
        quirks.addAll(Arrays.asList(some));
        return this;
    }

    /** Lets the next completion or chat go wrong; called twice, the next two. */
    public ModelServer failNext(ModelServerFault fault) {
        faults.add(fault);
        return this;
    }

    /** Lets every completion and chat go wrong until {@link #heal}. */
    public ModelServer failAlways(ModelServerFault fault) {
        everyTime = Optional.of(fault);
        return this;
    }

    /** Lets every request to a path go wrong until {@link #heal}, be it a completion or not. */
    public ModelServer failPath(String path, ModelServerFault fault) {
        pathFaults.put(path, fault);
        return this;
    }

    /** Nothing goes wrong any more. */
    public ModelServer heal() {
        faults.clear();
        pathFaults.clear();
        everyTime = Optional.empty();
        return this;
    }

    /** Listens; after {@link #stop} on the same port as before. */
    public synchronized ModelServer start() {
        try {
            ServerSocket fresh = new ServerSocket();
            fresh.setReuseAddress(true);
            fresh.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
            port = fresh.getLocalPort();
            listener = fresh;
            thread("accept", () -> accept(fresh));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Dies: connections break, and new ones are refused until it is started again. */
    public synchronized void stop() {
        try {
            if (listener != null) {
                listener.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sockets.forEach(ModelServer::close);
    }

    @Override
    public void close() {
        stop();
    }

    /** Where it listens, without a path: {@code http://127.0.0.1:PORT}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Every request so far, in the order of their coming. */
    public List<ModelServerRequest> requests() {
        return Collections.unmodifiableList(requests);
    }

    /** The requests to a path. */
    public List<ModelServerRequest> requests(String path) {
        return requests.stream().filter(it -> it.path().equals(path)).toList();
    }

    /** The completions and chats that were asked for, whatever became of them. */
    public List<ModelServerRequest> generations() {
        return requests.stream().filter(ModelServerRequest::generates).toList();
    }

    /** How many answers a client closed before their end. */
    public int closedEarly() {
        return closedEarly.get();
    }

    /** How many completions and chats are being answered at this moment. */
    public int streaming() {
        return streaming.get();
    }

    /** How many connections are open at this moment. */
    public int connections() {
        return sockets.size();
    }

    /** How many connections there ever were. */
    public int connectionsEver() {
        return connections.get();
    }

    ModelServerFlavor flavor() {
        return flavor;
    }

    List<String> models() {
        return models;
    }

    int context() {
        return context;
    }

    Optional<String> key() {
        return key;
    }

    Duration tokenDelay() {
        return tokenDelay;
    }

    Script script() {
        return script;
    }

    boolean has(ModelServerQuirk quirk) {
        return quirks.contains(quirk);
    }

    void received(ModelServerRequest request) {
        requests.add(request);
    }

    void clientLeft() {
        closedEarly.incrementAndGet();
    }

    void streams(int more) {
        streaming.addAndGet(more);
    }

    Optional<ModelServerFault> fault(ModelServerRequest request) {
        ModelServerFault ofPath = pathFaults.get(request.path());
        if (ofPath != null || !request.generates()) {
            return Optional.ofNullable(ofPath);
        }
        ModelServerFault next = faults.poll();
        return next == null ? everyTime : Optional.of(next);
    }

    /** How many of a prompt's tokens it has read before, from the front; it remembers the last few prompts. */
    int readBefore(List<String> prompt) {
        int most = remembered.stream()
                .mapToInt(known -> common(known, prompt))
                .max()
                .orElse(0);
        remembered.add(prompt);
        if (remembered.size() > 32) {
            remembered.remove(0);
        }
        return Math.max(0, Math.min(most, prompt.size() - 1));
    }

    private static int common(List<String> one, List<String> other) {
        int length = 0;
        while (length < Math.min(one.size(), other.size()) && one.get(length).equals(other.get(length))) {
            length++;
        }
        return length;
    }

    private void accept(ServerSocket open) {
        while (!open.isClosed()) {
            try {
                Socket socket = open.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                if (open.isClosed()) {
                    // a system call that waits still accepts for a moment after it was stopped
                    socket.close();
                }
                thread("answer", () -> serve(socket));
            } catch (IOException e) {
                // it was stopped
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new ModelServerAnswers(this, new ModelServerConnection(socket)).serve();
        } catch (IOException e) {
            // the client went, or this was stopped
        } finally {
            sockets.remove(socket);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void thread(String name, Runnable work) {
        Thread thread = new Thread(work, "model-server-" + name);
        thread.setDaemon(true);
        thread.start();
    }
}
