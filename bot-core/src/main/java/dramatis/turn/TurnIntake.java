package dramatis.turn;

import static java.util.Objects.requireNonNull;

import dramatis.address.ChannelSettingsStore;
import dramatis.address.Decision;
import dramatis.message.InboundEvent;
import dramatis.message.InboundMessage;
import dramatis.message.UserNotice;
import dramatis.platform.Admission;
import dramatis.platform.InboundHandler;
import dramatis.session.Session;
import dramatis.session.SessionManager;
import dramatis.session.SessionStore;
import dramatis.session.Viewpoint;
import dramatis.turn.TurnStore.Admitted;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in what happens on the platforms: a message that is for a character becomes a turn, on disk and in the queue. */
public final class TurnIntake implements InboundHandler {
    private static final Logger log = LoggerFactory.getLogger(TurnIntake.class);

    private final SessionManager sessions;
    private final SessionStore sessionStore;
    private final TurnStore turnStore;
    private final Turns turns;
    private final Usher usher;
    private final ChannelSettingsStore channelSettings;
    private final Limits limits;
    private final InstantSource clock;

    /**
     * What is refused.
     *
     * @param turns at most so many wait or are played
     * @param text at most so many characters (UTF-16 units) in a message
     */
    public record Limits(int turns, int text) {}

    public TurnIntake(
            SessionManager sessions,
            SessionStore sessionStore,
            TurnStore turnStore,
            Turns turns,
            Usher usher,
            ChannelSettingsStore channelSettings,
            Limits limits,
            InstantSource clock) {
        this.sessions = requireNonNull(sessions, "sessions");
        this.sessionStore = requireNonNull(sessionStore, "sessionStore");
        this.turnStore = requireNonNull(turnStore, "turnStore");
        this.turns = requireNonNull(turns, "turns");
        this.usher = requireNonNull(usher, "usher");
        this.channelSettings = requireNonNull(channelSettings, "channelSettings");
        this.limits = requireNonNull(limits, "limits");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public Admission accept(InboundEvent event) {
        try {
            return event instanceof InboundEvent.Message message ? admit(message.message()) : note(event);
        } catch (RuntimeException e) {
            log.error("an event could not be taken in", e);
            return new Admission.Unavailable();
        }
    }

    private Admission admit(InboundMessage message) {
        if (!turnStore.takes(message)) {
            return new Admission.Ignored();
        }
        Decision decision = usher.decide(message);
        if (decision instanceof Decision.Answer) {
            return answer(message);
        }
        if (decision instanceof Decision.Overhear && message.text().length() <= limits.text()) {
            sessionStore.overhear(session(message), message);
            return new Admission.Overheard();
        }
        return new Admission.Ignored();
    }

    private Admission answer(InboundMessage message) {
        if (message.text().length() > limits.text()) {
            return refused("message.too-long", message.text().length(), limits.text());
        }
        Admitted admitted = turnStore.admit(session(message), message, limits.turns());
        if (admitted instanceof Admitted.Queued queued) {
            return queue(queued);
        }
        return admitted instanceof Admitted.Full ? refused("queue.full", limits.turns()) : new Admission.Ignored();
    }

    private Session session(InboundMessage message) {
        return sessions.sessionFor(Viewpoint.of(message), message.authorName());
    }

    private Admission queue(Admitted.Queued queued) {
        Turn turn = queued.turn();
        int place = queued.joined() ? turns.place(turn) : turns.enqueue(turn);
        return new Admission.Queued(turn.id(), place);
    }

    private Admission note(InboundEvent event) {
        if (event instanceof InboundEvent.Edited edited) {
            sessionStore.edit(edited.ref(), edited.text());
        } else if (event instanceof InboundEvent.Deleted deleted) {
            sessionStore.delete(deleted.ref());
            turnStore.orphan(deleted.ref()).ifPresent(turn -> turns.drop(List.of(turn.id())));
        } else if (event instanceof InboundEvent.Replaced replaced) {
            return replace(replaced);
        } else if (event instanceof InboundEvent.Moved moved) {
            sessionStore.move(moved.from(), moved.to());
            channelSettings.move(moved.from(), moved.to());
        } else {
            come(event);
        }
        return new Admission.Ignored();
    }

    private void come(InboundEvent event) {
        if (event instanceof InboundEvent.Removed removed) {
            sessionStore.playing(removed.conversation()).forEach(this::end);
        } else if (event instanceof InboundEvent.Left left) {
            turns.drop(sessionStore.leave(left.place(), clock.instant()));
        } else if (event instanceof InboundEvent.Joined joined) {
            sessionStore.join(joined.place());
        }
    }

    private Admission replace(InboundEvent.Replaced replaced) {
        return sessionStore.replace(replaced.before(), replaced.message())
                ? new Admission.Ignored()
                : admit(replaced.message());
    }

    private void end(Session session) {
        turns.cancelAll(session);
        sessionStore.close(session.id());
    }

    private static Admission refused(String key, Object... arguments) {
        return new Admission.Refused(UserNotice.of(key, arguments));
    }
}
