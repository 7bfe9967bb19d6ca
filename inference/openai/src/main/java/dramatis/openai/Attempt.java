package dramatis.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import dramatis.inference.Completion.Finish;
import dramatis.inference.EngineException;
import dramatis.openai.AttemptException.Remedy;
import dramatis.openai.Exchange.Data;
import dramatis.openai.Exchange.End;
import dramatis.openai.Exchange.Event;
import dramatis.openai.Exchange.Failure;
import dramatis.openai.Exchange.Head;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One request for a reply to one server, read on its caller's thread. Throws {@link AttemptException} while nothing of a
 * reply is there, and {@link EngineException} when nobody else should be asked.
 */
final class Attempt {
    /** How often it is asked whether anybody wants the rest. */
    static final Duration POLL = Duration.ofMillis(25);
    /** What a reply took comes after its end, at once or never. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private static final Duration ERROR_WAIT = Duration.ofSeconds(5);

    private final Server server;
    private final ServerProfile profile;
    private final Timeouts timeouts;
    private final Reply reply;
    private final boolean usage;
    private final BooleanSupplier unwanted;
    private final SseReader events = new SseReader();
    private final ByteArrayOutputStream whole = new ByteArrayOutputStream();
    private final long started = System.nanoTime();
    private long lastAt = started;
    private Head head = new Head(0, HttpHeaders.of(Map.of(), (name, value) -> true));
    private boolean streams;
    private boolean done;

    /**
     * A request to read the answer of.
     *
     * @param usage whether it asks what the reply takes
     */
    Attempt(
            Server server,
            ServerProfile profile,
            Timeouts timeouts,
            Reply reply,
            boolean usage,
            BooleanSupplier unwanted) {
        this.server = server;
        this.profile = profile;
        this.timeouts = timeouts;
        this.reply = reply;
        this.usage = usage;
        this.unwanted = unwanted;
    }

    /** Reads the reply to its end, or until nobody wants it; the server stops when the exchange is closed. */
    Finish read(Exchange exchange) throws InterruptedException {
        while (!done && (reply.finish().isPresent() || !unwanted.getAsBoolean())) {
            Optional<Event> event = exchange.next(POLL);
            if (event.isPresent()) {
                take(event.get());
            } else {
                requireInTime();
            }
        }
        return reply.finish().orElse(Finish.CANCELLED);
    }

    private void take(Event event) {
        if (event instanceof Head begun) {
            head = begun;
            requireServer();
        } else if (event instanceof Data data) {
            take(data.bytes());
        } else if (event instanceof End) {
            end();
        } else if (event instanceof Failure failure && !unwanted.getAsBoolean()) {
            done = reply.finish().isPresent();
            requireUnbroken(done, failure.why());
        }
    }

    private void requireServer() {
        boolean page = head.headers().firstValue("content-type").orElse("").startsWith("text/html");
        if (page && head.status() == 200) {
            throw Refusal.noServer(Remedy.SETTING, server.url(), "answers with a web page");
        }
    }

    /** Errors, and replies of servers that do not stream, are read as a whole. */
    private void take(byte[] bytes) {
        streams |= head.status() == 200 && whole.size() == 0 && !beginsObject(bytes);
        if (!streams) {
            whole.writeBytes(bytes);
            requireUnbroken(whole.size() <= Wire.MOST_BYTES, new IOException());
            return;
        }
        try {
            takeAll(events.push(bytes));
        } catch (IOException e) {
            requireUnbroken(false, e);
        }
    }

    private static boolean beginsObject(byte[] bytes) {
        return new String(bytes, UTF_8).stripLeading().startsWith("{");
    }

    private void takeAll(List<String> data) {
        for (String each : data) {
            if (done || (reply.finish().isEmpty() && unwanted.getAsBoolean())) {
                return;
            }
            if (!each.equals("[DONE]")) {
                take(Chunk.of(Json.read(each)));
            }
        }
    }

    private void take(Chunk chunk) {
        if (chunk.error().isPresent() && reply.finish().isEmpty()) {
            throw refused(chunk.error().get());
        }
        if (chunk.finish().filter(Attempt::breaks).isPresent()) {
            throw broke("gave a reply up");
        }
        int before = reply.tokens();
        reply.take(chunk);
        if (reply.tokens() > before) {
            lastAt = System.nanoTime();
        }
        if (before == 0 && (reply.tokens() > 0 || reply.finish().isPresent())) {
            server.well();
        }
        done = reply.stopped();
    }

    private static boolean breaks(String finish) {
        return finish.equals("abort") || finish.equals("error");
    }

    private void end() {
        try {
            takeAll(events.end());
        } catch (IOException e) {
            requireUnbroken(false, e);
        }
        if (head.status() != 200) {
            throw refused(error());
        }
        if (!streams) {
            take(Chunk.of(Json.read(whole.toString(UTF_8))));
        }
        done = true;
        if (reply.finish().isEmpty() && !unwanted.getAsBoolean()) {
            throw reply.tokens() > 0 ? broke("broke off") : Refusal.empty(server.url());
        }
    }

    private ServerError error() {
        return ServerError.of(head.status(), Json.read(whole.toString(UTF_8)));
    }

    private RuntimeException refused(ServerError error) {
        if (reply.tokens() > 0) {
            return broke("reported an error (" + error + ")");
        }
        if (usage && (error.concerns("stream_options") || error.concerns("include_usage"))) {
            server.refusesUsage();
            return Refusal.otherWords(server.url());
        }
        if (error.status() >= 500 && !error.passes()) {
            server.broke();
        }
        Optional<Duration> retryAfter = Backoff.retryAfter(head.headers(), Instant.now());
        return Refusal.of(server.url(), RequestBody.path(profile), error, retryAfter, profile);
    }

    /** What breaks before the first token may be tried again; later, somebody has read it already. */
    private void requireUnbroken(boolean sound, Throwable why) {
        if (sound) {
            return;
        }
        if (head.status() != 0 && head.status() != 200) {
            throw refused(error());
        }
        throw reply.tokens() == 0 ? Refusal.unreachable(server.url(), why) : broke("broke off");
    }

    private EngineException broke(String how) {
        server.broke();
        return Refusal.broke(server.url(), reply.tokens(), how);
    }

    private void requireInTime() {
        long now = System.nanoTime();
        if (reply.finish().isPresent()) {
            done = isOver(now, lastAt, LAST_WORDS);
        } else if (reply.age().compareTo(timeouts.whole()) > 0) {
            throw Refusal.failed("The server at " + server.url() + " has not ended a reply in "
                    + timeouts.whole().toSeconds() + " s.");
        } else if (head.status() != 0 && head.status() != 200) {
            requireUnbroken(!isOver(now, started, ERROR_WAIT), new IOException());
        } else if (reply.tokens() == 0 && isOver(now, started, timeouts.firstToken())) {
            throw Refusal.silent(server.url(), timeouts.firstToken());
        } else if (reply.tokens() > 0 && isOver(now, lastAt, timeouts.betweenTokens())) {
            throw broke("has been silent for " + timeouts.betweenTokens().toSeconds() + " s");
        }
    }

    private static boolean isOver(long now, long since, Duration time) {
        return now - since > time.toNanos();
    }
}
