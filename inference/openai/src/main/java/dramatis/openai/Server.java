package dramatis.openai;

import dramatis.openai.AttemptException.Remedy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One server: what is known of it, and how it is. Says once what changes. Safe for use by many threads. */
final class Server {
    private static final Logger log = LoggerFactory.getLogger(Server.class);
    private static final long FIRST_WAIT = 2;
    private static final long LONGEST_WAIT = 60;

    private final ServerUrl url;
    private final Wire wire;
    private final Probe probe;
    private final Health health = new Health(System::nanoTime);
    private final AtomicReference<String> told = new AtomicReference<>("");
    private final AtomicBoolean toldOfReasoning = new AtomicBoolean();
    private volatile Optional<ServerProfile> profile = Optional.empty();
    private volatile boolean usage = true;
    private @Nullable CompletableFuture<ServerProfile> asking;

    Server(ServerUrl url, Wire wire, OpenAiOptions options) {
        this.url = url;
        this.wire = wire;
        probe = new Probe(wire, url, options);
    }

    ServerUrl url() {
        return url;
    }

    Health health() {
        return health;
    }

    /** What is known of it; empty before it could be asked. */
    Optional<ServerProfile> profile() {
        return profile;
    }

    /** What is known of it does not hold any more: it is asked again at the next need. */
    void forget() {
        profile = Optional.empty();
    }

    /** Asks it what it can do, on a thread of its own; those who ask meanwhile get the same answer. */
    synchronized CompletableFuture<ServerProfile> ask() {
        if (asking == null || asking.isDone()) {
            asking = CompletableFuture.supplyAsync(this::askNow, wire.executor());
        }
        return asking;
    }

    /** Asks it now. Throws {@link AttemptException}, and says so once in the log. */
    ServerProfile askNow() {
        try {
            ServerProfile found = probe.ask();
            profile = Optional.of(found);
            clearTold();
            return found;
        } catch (AttemptException e) {
            tell(e);
            throw e;
        }
    }

    /** Asks in the background until it has answered once. */
    void findOut() {
        findOut(FIRST_WAIT);
    }

    private void findOut(long wait) {
        var unused = ask().whenComplete((found, failure) -> {
            if (failure != null && !wire.isClosed()) {
                Executor later = CompletableFuture.delayedExecutor(wait, TimeUnit.SECONDS, wire.executor());
                later.execute(() -> again(Math.min(2 * wait, LONGEST_WAIT)));
            }
        });
    }

    private void again(long wait) {
        if (profile.isEmpty() && !wire.isClosed()) {
            findOut(wait);
        }
    }

    /** Whether to ask it what a reply took. */
    boolean tellsUsage() {
        return usage;
    }

    void refusesUsage() {
        usage = false;
    }

    /** It began a reply. */
    void well() {
        clearTold();
        if (health.well()) {
            log.info("The server at {} replies again.", url);
            var unused = ask();
        }
    }

    /** It did not take a request. A key or a model that is wrong may be another's once it is right, so it rests too. */
    void failed(AttemptException why) {
        tell(why);
        Duration rest = health.failed();
        log.debug("The server at {} rests for {} s.", url, rest.toSeconds());
    }

    /** It broke off a reply. */
    void broke() {
        health.failed();
    }

    void onlyReasons() {
        if (toldOfReasoning.compareAndSet(false, true)) {
            log.warn(
                    "The server at {} set a whole reply apart as reasoning: start it without a reasoning parser"
                            + " (vLLM and SGLang: no --reasoning-parser; llama.cpp: --reasoning-format none).",
                    url);
        }
    }

    private void tell(AttemptException why) {
        if (wire.isClosed() || told.getAndSet(why.sentence()).equals(why.sentence())) {
            return;
        }
        if (why.remedy() == Remedy.SETTING || why.remedy() == Remedy.MODEL) {
            log.error("{}", why.sentence());
        } else {
            log.warn("{}", why.sentence());
        }
    }

    private void clearTold() {
        told.set("");
    }

    /** Why {@link #ask} failed, from the exception that its future throws. */
    static AttemptException refusal(ServerUrl url, Exception failure) {
        return failure.getCause() instanceof AttemptException refusal ? refusal : Refusal.unreachable(url, failure);
    }
}
