package dramatis.turn;

import static java.util.Objects.requireNonNull;

import dramatis.inference.EngineException;
import dramatis.inference.Sampling;
import dramatis.message.UserNotice;
import dramatis.platform.TurnWatcher.Phase;
import dramatis.session.SessionManager;
import dramatis.session.SessionManager.Cast;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays one turn from the queue to its end. It never waits for a platform. Whatever happens, the people get a reply or
 * one notice, and the turn an end; only a process that ends leaves it open, to be gone on with by the next.
 */
public final class TurnPlayer {
    private static final Logger log = LoggerFactory.getLogger(TurnPlayer.class);
    /** A turn that was left generating so often takes the process down with it. */
    private static final int MAX_STARTS = 3;

    private final SessionManager sessions;
    private final TurnStore store;
    private final Turns turns;
    private final TurnPoster poster;
    private final Prompter prompter;
    private final Actor actor;
    private final Settings settings;
    private final InstantSource clock;

    /**
     * How turns are played.
     *
     * @param sampling for every reply; a seed in it is varied from turn to turn, always in the same way
     * @param maxAge older turns are closed, not answered
     * @param patience so long after it was asked for, a turn waits for a model that cannot be reached
     * @param pause between two tries to reach it
     */
    public record Settings(Sampling sampling, Duration maxAge, Duration patience, Duration pause) {
        public Settings {
            requireNonNull(sampling, "sampling");
            requireNonNull(maxAge, "maxAge");
            requireNonNull(patience, "patience");
            requireNonNull(pause, "pause");
        }
    }

    /** What becomes of a turn that a seat has played. */
    enum Outcome {
        /** It is at its end, or left for the next start. */
        OVER,
        /** It is received again: the model cannot be reached. */
        WAITING
    }

    public TurnPlayer(
            SessionManager sessions,
            TurnStore store,
            Turns turns,
            TurnPoster poster,
            Prompter prompter,
            Actor actor,
            Settings settings,
            InstantSource clock) {
        this.sessions = requireNonNull(sessions, "sessions");
        this.store = requireNonNull(store, "store");
        this.turns = requireNonNull(turns, "turns");
        this.poster = requireNonNull(poster, "poster");
        this.prompter = requireNonNull(prompter, "prompter");
        this.actor = requireNonNull(actor, "actor");
        this.settings = requireNonNull(settings, "settings");
        this.clock = requireNonNull(clock, "clock");
    }

    /** Plays a turn that waits or was left generating; any other was taken back meanwhile. Blocks for as long as the model takes. */
    Outcome play(long turnId) {
        Turn turn = store.find(turnId).orElseThrow();
        Optional<Cast> cast = sessions.cast(turn.sessionId());
        if (!playable(turn)) {
            poster.phase(turn, Phase.CANCELLED);
        } else if (turns.stopped(turnId)
                || turn.receivedAt().isBefore(clock.instant().minus(settings.maxAge()))) {
            cancel(turn);
        } else if (turn.starts() >= MAX_STARTS) {
            poster.fail(turn, UserNotice.of("turn.crashed"));
        } else if (cast.isEmpty()) {
            poster.fail(turn, UserNotice.of("persona.gone"));
        } else {
            return perform(turn, cast.get());
        }
        return Outcome.OVER;
    }

    private static boolean playable(Turn turn) {
        return turn.state() == Turn.State.RECEIVED || turn.state() == Turn.State.GENERATING;
    }

    private Outcome perform(Turn received, Cast cast) {
        Turn turn = store.begin(received.id(), cast.persona().name());
        poster.phase(turn, Phase.PLANNING);
        Performance performance = new Performance(turn, cast.persona(), store, poster);
        try {
            poster.begin(turn, cast.persona());
            performance.repost();
            rehearse(performance, cast);
            end(performance);
        } catch (EngineException e) {
            return interrupted(performance, e);
        } catch (RuntimeException | OutOfMemoryError e) {
            failed(performance, e);
        }
        return Outcome.OVER;
    }

    /** A turn that was taken out of the history meanwhile cannot be gone on with, and nobody waits for it. */
    private void failed(Performance performance, Throwable e) {
        Turn turn = performance.turn();
        if (store.find(turn.id()).filter(TurnPlayer::playable).isPresent()) {
            log.error("turn {} failed", turn.id(), e);
            fail(performance, UserNotice.of("turn.failed", performance.persona().name()));
        } else {
            poster.phase(turn, Phase.CANCELLED);
        }
    }

    /** Plays, and once more with a new seed where nothing came that can be seen, or the model failed before. */
    private void rehearse(Performance performance, Cast cast) {
        try {
            attempt(performance, cast, 0);
        } catch (EngineException e) {
            if (e.kind() != EngineException.Kind.FAILED || performance.visible()) {
                throw e;
            }
            log.warn(
                    "the model failed in turn {}, which is tried again",
                    performance.turn().id(),
                    e);
        }
        if (!performance.visible() && !turns.stopped(performance.turn().id())) {
            performance.clear();
            attempt(performance, cast, 1);
        }
    }

    private void attempt(Performance performance, Cast cast, int number) {
        long turnId = performance.turn().id();
        actor.meet();
        Script script = prompter.script(performance.turn(), cast.session(), cast.persona());
        performance.cost(actor.play(script, seeded(turnId, number), performance::segment, () -> turns.stopped(turnId)));
    }

    private Sampling seeded(long turnId, int attempt) {
        Sampling sampling = settings.sampling();
        return sampling.seed().isPresent()
                ? sampling.withSeed(sampling.seed().getAsLong() + 2 * turnId + attempt)
                : sampling;
    }

    private void end(Performance performance) {
        boolean stopped = turns.stopped(performance.turn().id());
        if (performance.visible()) {
            performance.answer(stopped, Optional.empty());
        } else if (stopped) {
            cancel(performance.turn());
        } else {
            poster.fail(
                    performance.turn(),
                    UserNotice.of("turn.silent", performance.persona().name()));
        }
    }

    private Outcome interrupted(Performance performance, EngineException e) {
        if (e.kind() == EngineException.Kind.UNAVAILABLE && mayWait(performance)) {
            return wait(performance.turn(), e);
        }
        switch (e.kind()) {
            case CLOSED -> leave(performance);
            case TOO_LONG -> fail(performance, UserNotice.of("turn.too-long"));
            case UNAVAILABLE -> {
                log.error("turn {} has no model: {}", performance.turn().id(), e.getMessage());
                fail(performance, UserNotice.of("turn.unavailable"));
            }
            default -> {
                log.error("the model failed in turn {}", performance.turn().id(), e);
                fail(
                        performance,
                        UserNotice.of("turn.failed", performance.persona().name()));
            }
        }
        return Outcome.OVER;
    }

    /** For the next start; one of which nothing was seen is as if it had not begun, since nothing went wrong with it. */
    private void leave(Performance performance) {
        Turn turn = performance.turn();
        log.info("turn {} is left for the next start", turn.id());
        if (!performance.visible()) {
            store.putBack(turn.id());
        }
    }

    private boolean mayWait(Performance performance) {
        Turn turn = performance.turn();
        return !performance.visible()
                && clock.instant().isBefore(turn.receivedAt().plus(settings.patience()));
    }

    private Outcome wait(Turn turn, EngineException why) {
        log.debug("turn {} waits for the model: {}", turn.id(), why.getMessage());
        store.putBack(turn.id());
        return Outcome.WAITING;
    }

    /** What people have seen stays, as a reply that was cut; they are told so. */
    private void fail(Performance performance, UserNotice why) {
        if (performance.visible()) {
            String name = performance.persona().name();
            performance.answer(true, Optional.of(UserNotice.of("turn.broken", name)));
        } else {
            poster.fail(performance.turn(), why);
        }
    }

    private void cancel(Turn turn) {
        store.end(turn.id(), Turn.State.CANCELLED, Optional.empty());
        poster.phase(turn, Phase.CANCELLED);
    }
}
