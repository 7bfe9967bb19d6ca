package dramatis.openai;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Counts the tokens of rendered texts: by a tokenizer of ours, else by a server's, else by an estimate. Remembers what it
 * did not estimate. Never throws. Safe for use by many threads.
 */
final class TokenCounter implements AutoCloseable {
    /** Roughly the bytes of the texts that are remembered. */
    private static final long REMEMBERED = 32L << 20;

    private static final Duration WAIT = Duration.ofSeconds(2);
    /** A server that did not count in time is not asked for so long: prompts have many messages. */
    private static final Duration REST = Duration.ofSeconds(10);

    private final Wire wire;
    private final ServerPool pool;
    private final Optional<LocalTokenizer> local;
    private final AtomicLong restsUntil = new AtomicLong(System.nanoTime());
    private final Cache<String, Integer> remembered = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED)
            .weigher((String text, Integer tokens) -> 128 + 2 * text.length())
            .build();

    TokenCounter(Wire wire, ServerPool pool, Optional<LocalTokenizer> local) {
        this.wire = wire;
        this.pool = pool;
        this.local = local;
    }

    int count(String text) {
        @Nullable Integer known = remembered.getIfPresent(text);
        if (known != null) {
            return known;
        }
        OptionalInt exact = local.isPresent() ? local.get().count(text) : byServer(text);
        exact.ifPresent(tokens -> remembered.put(text, tokens));
        return exact.orElseGet(() -> TokenEstimate.of(text));
    }

    /** How a server's tokens are counted, for people. */
    String how(ServerProfile profile) {
        if (local.isPresent()) {
            return "by MODEL_TOKENIZER";
        }
        return profile.tokenizes() ? "by the server" : "by an estimate that errs on the safe side";
    }

    private OptionalInt byServer(String text) {
        if (restsUntil.get() - System.nanoTime() > 0) {
            return OptionalInt.empty();
        }
        return pool.all().stream()
                .filter(it -> it.health().restLeft() <= 0)
                .filter(it -> it.profile().filter(ServerProfile::tokenizes).isPresent())
                .findFirst()
                .map(it -> ask(it, it.profile().orElseThrow(), text))
                .orElse(OptionalInt.empty());
    }

    private OptionalInt ask(Server server, ServerProfile profile, String text) {
        Map<String, ?> body =
                Tokenizing.body(profile.kind(), profile.model(), text).orElseThrow();
        try {
            OptionalInt count = Tokenizing.count(wire.ask(server.url(), "/tokenize", body, WAIT));
            if (count.isPresent()) {
                return count;
            }
        } catch (IOException e) {
            // the estimate will do
        }
        restsUntil.set(System.nanoTime() + REST.toNanos());
        return OptionalInt.empty();
    }

    @Override
    public void close() {
        local.ifPresent(LocalTokenizer::close);
    }
}
