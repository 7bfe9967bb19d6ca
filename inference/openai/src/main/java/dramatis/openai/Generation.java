package dramatis.openai;

import dramatis.inference.Completion;
import dramatis.inference.Completion.Finish;
import dramatis.inference.GenerationRequest;
import dramatis.inference.TokenSink;
import dramatis.openai.AttemptException.Remedy;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One call of generate, on its caller's thread: asks servers until one begins a reply, and reads that. */
final class Generation {
    /** What a server's own template may add to a prompt. */
    private static final int TEMPLATE_RESERVE = 32;

    private final Wire wire;
    private final ServerPool pool;
    private final TokenCounter counter;
    private final OpenAiOptions options;
    private final GenerationRequest request;
    private final TokenSink sink;
    private final Reply reply;
    private final Set<Server> tried = new HashSet<>();
    private final Set<Server> askedAnew = new HashSet<>();
    private int promptTokens;

    Generation(
            Wire wire,
            ServerPool pool,
            TokenCounter counter,
            OpenAiOptions options,
            GenerationRequest request,
            TokenSink sink) {
        this.wire = wire;
        this.pool = pool;
        this.counter = counter;
        this.options = options;
        this.request = request;
        this.sink = sink;
        reply = new Reply(sink, request.stops());
    }

    Completion complete() {
        try {
            return reply.complete(generate(), promptTokens);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return reply.complete(Finish.CANCELLED, promptTokens);
        }
    }

    private Finish generate() throws InterruptedException {
        for (int round = 0; ; round++) {
            try {
                return round();
            } catch (AttemptException e) {
                Duration pause = Backoff.pause(round, e.retryAfter(), ThreadLocalRandom.current());
                boolean late = reply.age().plus(pause).compareTo(options.patience()) > 0;
                if (e.remedy() != Remedy.TIME || late) {
                    throw e.unavailable();
                }
                if (!rest(pause)) {
                    return Finish.CANCELLED;
                }
            }
        }
    }

    /** Asks each server once. Throws what the last one said, or rather what time may mend. */
    private Finish round() throws InterruptedException {
        tried.clear();
        Optional<AttemptException> last = Optional.empty();
        Optional<Server> server = pool.choose(request.conversationKey(), tried);
        while (server.isPresent() && !unwanted()) {
            try {
                return ask(server.get());
            } catch (AttemptException e) {
                boolean mendable = last.filter(it -> it.remedy() == Remedy.TIME).isPresent();
                last = mendable && e.remedy() != Remedy.TIME ? last : Optional.of(e);
            }
            server = pool.choose(request.conversationKey(), tried);
        }
        if (unwanted() || last.isEmpty()) {
            return Finish.CANCELLED;
        }
        throw last.get();
    }

    private Finish ask(Server server) throws InterruptedException {
        tried.add(server);
        server.health().begin();
        try {
            Optional<ServerProfile> profile = profile(server);
            return profile.isPresent() ? ask(server, profile.get()) : Finish.CANCELLED;
        } catch (AttemptException e) {
            failed(server, e);
            throw e;
        } finally {
            server.health().end();
        }
    }

    private void failed(Server server, AttemptException why) {
        boolean modelsAnew = why.remedy() == Remedy.MODEL && askedAnew.add(server);
        if (modelsAnew) {
            server.forget();
        }
        if (modelsAnew || why.remedy() == Remedy.OTHER_WORDS) {
            tried.remove(server);
        } else if (why.remedy() != Remedy.NOTHING) {
            server.failed(why);
        }
    }

    private Finish ask(Server server, ServerProfile profile) throws InterruptedException {
        if (!request.replyPrefix().isEmpty() && !profile.prefills()) {
            throw Refusal.noPrefill(server.url());
        }
        boolean usage = server.tellsUsage();
        String body = RequestBody.of(profile, request, maxTokens(profile), usage);
        if (unwanted()) {
            return Finish.CANCELLED;
        }
        Exchange exchange = wire.post(server.url(), RequestBody.path(profile), body);
        try {
            Attempt attempt = new Attempt(server, profile, options.timeouts(), reply, usage, this::unwanted);
            Finish finish = attempt.read(exchange);
            if (finish != Finish.CANCELLED && reply.onlyReasoned()) {
                server.onlyReasons();
            }
            return finish;
        } finally {
            wire.release(exchange);
        }
    }

    /** What the context leaves of the request's tokens. */
    private int maxTokens(ServerProfile profile) {
        promptTokens = counter.count(ChatMl.opening(request.replyPrefix()))
                + request.messages().stream()
                        .mapToInt(message -> counter.count(ChatMl.message(message)))
                        .sum();
        int context = options.context().orElse(profile.context().orElse(OpenAiEngine.UNKNOWN_CONTEXT));
        if (promptTokens >= context) {
            throw Refusal.tooLong(promptTokens, context);
        }
        int reserve = profile.api() == ModelApi.CHAT ? TEMPLATE_RESERVE : 0;
        return Math.min(request.sampling().maxTokens(), Math.max(1, context - promptTokens - reserve));
    }

    /** Waits until it is known what a server can do; empty when nobody wants the reply any more. */
    private Optional<ServerProfile> profile(Server server) throws InterruptedException {
        if (server.profile().isPresent()) {
            return server.profile();
        }
        CompletableFuture<ServerProfile> asking = server.ask();
        while (!unwanted()) {
            try {
                return Optional.of(asking.get(Attempt.POLL.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                // it is asked again whether anybody wants the reply
            } catch (ExecutionException e) {
                throw Server.refusal(server.url(), e);
            }
        }
        return Optional.empty();
    }

    /** Waits, and says whether anybody still wants the reply. */
    private boolean rest(Duration pause) throws InterruptedException {
        long until = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0; left = until - System.nanoTime()) {
            if (unwanted()) {
                return false;
            }
            TimeUnit.NANOSECONDS.sleep(Math.min(left, Attempt.POLL.toNanos()));
        }
        return !unwanted();
    }

    private boolean unwanted() {
        return wire.isClosed() || sink.cancelled();
    }
}
