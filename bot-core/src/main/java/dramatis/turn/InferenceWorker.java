package dramatis.turn;

import static java.util.Objects.requireNonNull;

import dramatis.turn.TurnPlayer.Outcome;
import dramatis.turn.TurnQueue.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The seats: each takes a turn from the queue, plays it, and takes the next. */
public final class InferenceWorker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(InferenceWorker.class);
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final TurnQueue queue;
    private final Turns turns;
    private final TurnPlayer player;
    private final List<Thread> seats;
    private final Set<Thread> busy = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private final AtomicInteger playing = new AtomicInteger();

    /** @param seats how many turns are played at once */
    public InferenceWorker(TurnQueue queue, Turns turns, TurnPlayer player, int seats) {
        this.queue = requireNonNull(queue, "queue");
        this.turns = requireNonNull(turns, "turns");
        this.player = requireNonNull(player, "player");
        this.seats = IntStream.rangeClosed(1, seats)
                .mapToObj(number -> new Thread(this::sit, "seat-" + number))
                .toList();
    }

    public void start() {
        seats.forEach(Thread::start);
    }

    /** How many seats play a turn just now. */
    public int playing() {
        return playing.get();
    }

    /** How many seats there are, asleep or not; one that died is not counted. */
    public int living() {
        return (int) seats.stream().filter(Thread::isAlive).count();
    }

    /**
     * Takes no further turn, and lets the seats finish those that they play, for a while; what is not finished then is
     * broken off and stays generating on disk.
     */
    @Override
    public void close() {
        closed = true;
        seats.stream().filter(seat -> !busy.contains(seat)).forEach(Thread::interrupt);
        try {
            join(GRACE);
            seats.forEach(Thread::interrupt);
            join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void join(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (Thread seat : seats) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left > 0) {
                seat.join(left);
            }
        }
    }

    private void sit() {
        while (!closed) {
            try {
                Ticket ticket = queue.take();
                busy.add(Thread.currentThread());
                if (!closed) {
                    play(ticket);
                }
                busy.remove(Thread.currentThread());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void play(Ticket ticket) {
        Outcome outcome = Outcome.OVER;
        playing.incrementAndGet();
        try {
            outcome = player.play(ticket.turnId());
        } catch (RuntimeException | OutOfMemoryError e) {
            log.error("turn {} could not be played", ticket.turnId(), e);
        } finally {
            playing.decrementAndGet();
            if (outcome == Outcome.WAITING) {
                turns.hold(ticket);
            } else {
                turns.over(ticket);
            }
        }
    }
}
