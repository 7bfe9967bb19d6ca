package dramatis.turn;

import dramatis.message.ConversationRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The line in front of the seats. At most one turn of a conversation is out at a time, and a conversation that had its
 * turn goes to the end of the line: nobody's talk keeps another's waiting. Safe for use by many threads.
 */
public final class TurnQueue {
    /** What waits, by conversation; no conversation without something that waits. */
    private final Map<ConversationRef, Deque<Long>> waiting = new HashMap<>();
    /** The conversations whose next turn may be taken, in order. */
    private final Deque<ConversationRef> line = new ArrayDeque<>();
    /** The conversations with a turn out. */
    private final Set<ConversationRef> playing = new HashSet<>();

    /** Puts a turn behind the others and says how many are before it. */
    public synchronized int offer(ConversationRef conversation, long turnId) {
        Deque<Long> turns = waiting.computeIfAbsent(conversation, c -> new ArrayDeque<>());
        turns.add(turnId);
        if (turns.size() == 1 && !playing.contains(conversation)) {
            line.add(conversation);
            notifyAll();
        }
        return place(conversation, turnId).orElse(0);
    }

    /** Takes the next turn, waiting for one; its conversation gets no further one until {@link #done}. */
    public synchronized Ticket take() throws InterruptedException {
        while (line.isEmpty()) {
            wait();
        }
        ConversationRef conversation = line.remove();
        playing.add(conversation);
        return new Ticket(conversation, poll(conversation));
    }

    /** The turn that was taken for a conversation is over. */
    public synchronized void done(ConversationRef conversation) {
        playing.remove(conversation);
        if (waiting.containsKey(conversation)) {
            line.add(conversation);
            notifyAll();
        }
    }

    /** The turn that was taken was not played after all: it goes to the end of the line, before its conversation's others. */
    public synchronized void putBack(Ticket ticket) {
        waiting.computeIfAbsent(ticket.conversation(), c -> new ArrayDeque<>()).addFirst(ticket.turnId());
        done(ticket.conversation());
    }

    /** Takes a turn out of the line; false where it does not wait in it. */
    public synchronized boolean remove(ConversationRef conversation, long turnId) {
        Deque<Long> turns = waiting.getOrDefault(conversation, new ArrayDeque<>());
        boolean removed = turns.remove(turnId);
        if (removed && turns.isEmpty()) {
            waiting.remove(conversation);
            line.remove(conversation);
        }
        return removed;
    }

    /** How many turns are taken before this one, as things stand; empty where it does not wait. */
    public synchronized OptionalInt place(ConversationRef conversation, long turnId) {
        if (!waiting.getOrDefault(conversation, new ArrayDeque<>()).contains(turnId)) {
            return OptionalInt.empty();
        }
        int before = 0;
        for (ConversationRef other : line) {
            if (other.equals(conversation)) {
                return OptionalInt.of(before);
            }
            before++;
        }
        return OptionalInt.of(before + 1);
    }

    /** How many turns wait. */
    public synchronized int size() {
        return waiting.values().stream().mapToInt(Deque::size).sum();
    }

    private long poll(ConversationRef conversation) {
        Deque<Long> turns = waiting.get(conversation);
        if (turns == null) {
            throw new IllegalStateException("a conversation stands in line with nothing to play");
        }
        long turnId = turns.remove();
        if (turns.isEmpty()) {
            waiting.remove(conversation);
        }
        return turnId;
    }

    /** A turn that was taken. */
    public record Ticket(ConversationRef conversation, long turnId) {}
}
