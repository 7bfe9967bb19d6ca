package dramatis.metrics;

import static java.util.Objects.requireNonNull;

import dramatis.inference.Completion;
import dramatis.inference.EngineException;
import dramatis.platform.Receipt;
import dramatis.platform.TurnWatcher.Phase;
import dramatis.telemetry.Load;
import dramatis.telemetry.Telemetry;
import dramatis.turn.Turn;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * A bot's figures. Their labels are kinds and outcomes and names of commands: never a person, a place or a text. What
 * each figure means stands in {@code docs/metrics.md}.
 */
public final class BotMetrics implements Telemetry {
    private final MeterRegistry registry;
    private final Labelled<Turn.Kind> admitted;
    private final Stopwatches stopwatches;
    private final Counter promptTokens;
    private final Counter cachedTokens;
    private final Counter newTokens;
    private final Timer firstToken;
    private final Timer generation;
    private final Labelled<EngineException.Kind> failures;
    private final Labelled<Post> posts;

    /** How a turn can end. */
    private enum End {
        POSTED,
        FAILED,
        CANCELLED
    }

    /** What a post can come to. */
    private enum Post {
        SENT,
        REFUSED,
        UNKNOWN
    }

    public BotMetrics(MeterRegistry registry) {
        this(registry, InstantSource.system());
    }

    BotMetrics(MeterRegistry registry, InstantSource clock) {
        this.registry = requireNonNull(registry, "registry");
        admitted = new Labelled<>(
                registry,
                Turn.Kind.class,
                kind -> Counter.builder("dramatis.turns.admitted")
                        .description("Turns taken in, or found open at the start")
                        .tag("kind", kind));
        for (Turn.Kind kind : Turn.Kind.values()) {
            for (End end : End.values()) {
                var unused = ended(kind, end);
            }
        }
        stopwatches = new Stopwatches(registry, clock);
        promptTokens = counter("dramatis.tokens.prompt", "Tokens of all prompts, those of the cache included");
        cachedTokens = counter("dramatis.tokens.cached", "Tokens of prompts that were in the cache already");
        newTokens = counter("dramatis.tokens.new", "Tokens generated");
        firstToken =
                Ladder.timer(registry, "dramatis.generation.first.token", "Time of a request to its first new token");
        generation = Ladder.timer(registry, "dramatis.generation", "Time of a request to its end");
        failures = new Labelled<>(
                registry,
                EngineException.Kind.class,
                kind -> Counter.builder("dramatis.engine.failures")
                        .description("Requests that the model failed, and tries that did not reach it")
                        .tag("kind", kind));
        posts = new Labelled<>(
                registry,
                Post.class,
                outcome -> Counter.builder("dramatis.posts")
                        .description("Attempts to post a piece of a reply")
                        .tag("outcome", outcome));
    }

    /** The registry keeps one counter for each pair, and finds it again. */
    private Counter ended(Turn.Kind kind, End end) {
        return Counter.builder("dramatis.turns.ended")
                .description("Turns at their end")
                .tag("kind", Labelled.label(kind))
                .tag("outcome", Labelled.label(end))
                .register(registry);
    }

    private Counter counter(String name, String meaning) {
        return Counter.builder(name).description(meaning).register(registry);
    }

    /** Shows what a bot is at, asked anew at each look. */
    public void show(Supplier<Load> load) {
        gauge("dramatis.turns.waiting", "Turns in line", load, Load::waiting);
        gauge("dramatis.seats.busy", "Seats that play a turn", load, Load::playing);
        gauge("dramatis.seats.living", "Seats that can play", load, Load::living);
        gauge("dramatis.seats", "Seats that there should be", load, Load::seats);
    }

    private void gauge(String name, String meaning, Supplier<Load> load, ToIntFunction<Load> figure) {
        Gauge.builder(name, () -> figure.applyAsInt(load.get()))
                .description(meaning)
                .register(registry);
    }

    @Override
    public void admitted(Turn turn) {
        admitted.count(turn.kind());
        stopwatches.admitted(turn);
    }

    @Override
    public void came(Turn turn, Phase phase) {
        stopwatches.came(turn, phase);
        end(phase).ifPresent(end -> ended(turn.kind(), end).increment());
    }

    private static Optional<End> end(Phase phase) {
        return switch (phase) {
            case POSTED -> Optional.of(End.POSTED);
            case FAILED -> Optional.of(End.FAILED);
            case CANCELLED -> Optional.of(End.CANCELLED);
            default -> Optional.empty();
        };
    }

    @Override
    public void generated(Completion completion) {
        promptTokens.increment(completion.promptTokens());
        cachedTokens.increment(completion.cachedTokens());
        newTokens.increment(completion.newTokens());
        firstToken.record(completion.firstToken());
        generation.record(completion.total());
    }

    @Override
    public void engineFailed(EngineException.Kind kind) {
        failures.count(kind);
    }

    @Override
    public void posted(long turnId, Receipt receipt) {
        stopwatches.posted(turnId, receipt);
        posts.count(outcome(receipt));
    }

    private static Post outcome(Receipt receipt) {
        if (receipt instanceof Receipt.Sent) {
            return Post.SENT;
        }
        return receipt instanceof Receipt.Refused ? Post.REFUSED : Post.UNKNOWN;
    }

    @Override
    public void ran(String name, Outcome outcome) {
        Counter.builder("dramatis.commands")
                .description("Commands asked for")
                .tag("command", name)
                .tag("outcome", Labelled.label(outcome))
                .register(registry)
                .increment();
    }

    /** How many turns are being timed; none where all are at their end. */
    int timed() {
        return stopwatches.running();
    }
}
