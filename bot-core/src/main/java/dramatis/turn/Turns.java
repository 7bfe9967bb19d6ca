package dramatis.turn;

import static java.util.Objects.requireNonNull;

import dramatis.message.ConversationRef;
import dramatis.message.MessageRef;
import dramatis.message.Segment;
import dramatis.message.UserNotice;
import dramatis.persona.Persona;
import dramatis.platform.TurnWatcher.Phase;
import dramatis.session.Session;
import dramatis.turn.TurnQueue.Ticket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What can be done with turns from outside: line them up, stop them, ask for another or for more. Safe for use by many
 * threads; blocks on the store alone.
 */
public final class Turns {
    private final TurnStore store;
    private final TurnQueue queue;
    private final TurnPoster poster;
    private final WaitNotices waits;
    private final TurnMeter meter;
    private final ScheduledExecutorService timer;
    private final Duration pause;
    private final InstantSource clock;
    /** The turns that a seat should put down as soon as it can. */
    private final Set<Long> stopped = ConcurrentHashMap.newKeySet();
    /** The turns that wait for a model, out of the line; their conversations wait with them. */
    private final Map<Long, Ticket> held = new ConcurrentHashMap<>();
    /** Those whose people were told so. */
    private final Set<Long> told = ConcurrentHashMap.newKeySet();

    /**
     * Turns of these stores.
     *
     * @param timer puts turns back in line
     * @param pause between two tries to reach a model
     */
    public Turns(
            TurnStore store,
            TurnQueue queue,
            TurnPoster poster,
            WaitNotices waits,
            TurnMeter meter,
            ScheduledExecutorService timer,
            Duration pause,
            InstantSource clock) {
        this.store = requireNonNull(store, "store");
        this.queue = requireNonNull(queue, "queue");
        this.poster = requireNonNull(poster, "poster");
        this.waits = requireNonNull(waits, "waits");
        this.meter = requireNonNull(meter, "meter");
        this.timer = requireNonNull(timer, "timer");
        this.pause = requireNonNull(pause, "pause");
        this.clock = requireNonNull(clock, "clock");
    }

    /** Lines a turn up, and says how many are before it. */
    int enqueue(Turn turn) {
        meter.admitted(turn);
        int place = queue.offer(turn.conversation(), turn.id());
        if (place > 0) {
            waits.tellLater(turn, () -> queue.place(turn.conversation(), turn.id()));
        }
        return place;
    }

    /** How many turns are before one that waits. */
    int place(Turn turn) {
        return queue.place(turn.conversation(), turn.id()).orElse(0);
    }

    /** How many turns wait in line. */
    public int waiting() {
        return queue.size();
    }

    /** Goes on with what an earlier process left open on a platform. Called once, before its events come in. */
    public void resume(String platform) {
        for (Turn turn : store.open()) {
            if (!turn.conversation().platform().equals(platform)) {
                continue;
            }
            meter.admitted(turn);
            if (turn.state() == Turn.State.ANSWERED) {
                poster.deliver(turn);
            } else {
                queue.offer(turn.conversation(), turn.id());
            }
        }
    }

    /** Asks for another swipe of the last reply, or for more of it; empty where there is none to work on. */
    public Optional<Turn> again(Session session, Turn.Kind kind) {
        Optional<Turn> turn = store.again(session, kind, clock.instant());
        turn.ifPresent(this::enqueue);
        return turn;
    }

    /** Has a character say its first words in a session. */
    public Turn greet(Session session, Persona persona, List<Segment> greeting) {
        Turn turn = store.greet(session, persona.name(), greeting, clock.instant());
        meter.admitted(turn);
        poster.deliver(turn);
        return turn;
    }

    /** Stops what is played or waits in a conversation; false where nothing does. */
    public boolean stop(ConversationRef conversation) {
        List<Turn> open = store.open().stream()
                .filter(turn -> turn.conversation().equals(conversation) && turn.state() != Turn.State.ANSWERED)
                .toList();
        open.forEach(this::stop);
        return !open.isEmpty();
    }

    /** Stops all that is open in a session, without a trace in its history. */
    public void cancelAll(Session session) {
        store.open().stream()
                .filter(turn -> turn.sessionId() == session.id() && turn.state() != Turn.State.ANSWERED)
                .forEach(this::stop);
        store.cancelAll(session.id());
    }

    /** Puts down turns that were cancelled in the store while they waited or were played. */
    public void drop(List<Long> turnIds) {
        turnIds.forEach(id -> store.find(id).ifPresent(this::stop));
    }

    /** Takes the last exchange back; empty where there is none. */
    public Optional<List<MessageRef>> undo(Session session) {
        Optional<List<MessageRef>> gone = store.undo(session);
        gone.ifPresent(messages -> {
            ConversationRef conversation =
                    messages.stream().findFirst().map(MessageRef::conversation).orElse(session.conversation());
            poster.erase(conversation, messages);
            store.lastReply(session.id()).ifPresent(reply -> poster.offer(conversation, reply));
        });
        return gone;
    }

    /**
     * Selects another swipe of a session's last reply and shows it; empty where there is no such swipe.
     *
     * @param utteranceId the reply's
     * @param swipe its number, from 0
     */
    public Optional<TurnStore.Reply> select(Session session, Persona persona, long utteranceId, int swipe) {
        Optional<TurnStore.Reply> reply = store.select(session.id(), utteranceId, swipe);
        reply.ifPresent(
                selected -> store.find(selected.turnId()).ifPresent(turn -> poster.show(turn, persona, selected)));
        return reply;
    }

    /** Takes back all that was said after a reply, and asks for another swipe of it; empty where it is being worked on. */
    public Optional<Turn> rewind(Session session, TurnStore.Reply reply, ConversationRef conversation) {
        stop(conversation);
        poster.erase(conversation, store.rewind(session.id(), reply.utteranceId()));
        return again(session, Turn.Kind.RETRY);
    }

    /** Takes a reply away. */
    public void strike(Session session, TurnStore.Reply reply, ConversationRef conversation) {
        poster.erase(conversation, store.strike(session.id(), reply.utteranceId()));
        store.lastReply(session.id()).ifPresent(last -> poster.offer(conversation, last));
    }

    /** Has a reply say something else, and shows it; empty where it is being worked on. */
    public Optional<TurnStore.Reply> amend(
            Session session, Persona persona, TurnStore.Reply reply, List<Segment> segments) {
        Optional<TurnStore.Reply> amended = store.amend(session.id(), reply.utteranceId(), segments, clock.instant());
        amended.ifPresent(now -> store.find(now.turnId()).ifPresent(turn -> poster.show(turn, persona, now)));
        return amended;
    }

    boolean stopped(long turnId) {
        return stopped.contains(turnId);
    }

    /** Forgets that a turn was to be stopped, once it is over. */
    void over(Ticket ticket) {
        stopped.remove(ticket.turnId());
        told.remove(ticket.turnId());
        queue.done(ticket.conversation());
    }

    /** Keeps a turn out of the line for a while: the model cannot be reached. Its people are told once. */
    void hold(Ticket ticket) {
        held.put(ticket.turnId(), ticket);
        store.find(ticket.turnId()).ifPresent(turn -> {
            poster.phase(turn, Phase.WAITING);
            if (told.add(turn.id())) {
                poster.notice(turn, UserNotice.of("turn.held"));
            }
        });
        var unused = timer.schedule(() -> letGo(ticket), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void letGo(Ticket ticket) {
        if (held.remove(ticket.turnId(), ticket)) {
            queue.putBack(ticket);
        }
    }

    private void stop(Turn turn) {
        Ticket waiting = held.remove(turn.id());
        if (queue.remove(turn.conversation(), turn.id()) || waiting != null) {
            store.end(turn.id(), Turn.State.CANCELLED, Optional.empty());
            poster.phase(turn, Phase.CANCELLED);
            if (waiting != null) {
                over(waiting);
            }
        } else {
            stopped.add(turn.id());
        }
    }
}
