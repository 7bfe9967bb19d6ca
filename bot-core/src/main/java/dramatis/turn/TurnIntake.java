package dramatis.turn;

import static java.util.Objects.requireNonNull;

import dramatis.message.ConversationRef;
import dramatis.message.InboundEvent;
import dramatis.message.InboundMessage;
import dramatis.message.InboundMessage.Addressing;
import dramatis.message.InboundMessage.AuthorKind;
import dramatis.message.UserNotice;
import dramatis.platform.Admission;
import dramatis.platform.InboundHandler;
import dramatis.session.Session;
import dramatis.session.SessionManager;
import dramatis.session.SessionStore;
import dramatis.turn.TurnStore.Admitted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in what happens on the platforms: a message that is for a character becomes a turn, on disk and in the queue. */
public final class TurnIntake implements InboundHandler {
    private static final Logger log = LoggerFactory.getLogger(TurnIntake.class);

    private final SessionManager sessions;
    private final SessionStore sessionStore;
    private final TurnStore turnStore;
    private final Turns turns;
    private final Limits limits;

    /**
     * What is refused.
     *
     * @param turns at most so many wait or are played
     * @param text at most so many characters (UTF-16 units) in a message
     */
    public record Limits(int turns, int text) {}

    public TurnIntake(
            SessionManager sessions, SessionStore sessionStore, TurnStore turnStore, Turns turns, Limits limits) {
        this.sessions = requireNonNull(sessions, "sessions");
        this.sessionStore = requireNonNull(sessionStore, "sessionStore");
        this.turnStore = requireNonNull(turnStore, "turnStore");
        this.turns = requireNonNull(turns, "turns");
        this.limits = requireNonNull(limits, "limits");
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
        if (!addressed(message) || !turnStore.takes(message)) {
            return new Admission.Ignored();
        }
        if (message.text().length() > limits.text()) {
            return refused("message.too-long", message.text().length(), limits.text());
        }
        Session session = sessions.sessionFor(message.ref().conversation(), message.author(), message.authorName());
        Admitted admitted = turnStore.admit(session, message, limits.turns());
        if (admitted instanceof Admitted.Queued queued) {
            return queue(queued);
        }
        return admitted instanceof Admitted.Full ? refused("queue.full", limits.turns()) : new Admission.Ignored();
    }

    /** Other bots are not answered, so that no two of them talk for ever. */
    private static boolean addressed(InboundMessage message) {
        return message.authorKind() == AuthorKind.PERSON
                && message.addressing() != Addressing.NONE
                && !message.text().isBlank();
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
        } else if (event instanceof InboundEvent.Moved moved) {
            sessionStore.move(moved.from(), moved.to());
        } else if (event instanceof InboundEvent.Removed removed) {
            leave(removed.conversation());
        }
        return new Admission.Ignored();
    }

    private void leave(ConversationRef conversation) {
        sessionStore.current(conversation).ifPresent(session -> {
            turns.cancelAll(session);
            sessionStore.close(session.id());
        });
    }

    private static Admission refused(String key, Object... arguments) {
        return new Admission.Refused(UserNotice.of(key, arguments));
    }
}
