package dramatis.turn;

import static java.util.Objects.requireNonNull;

import dramatis.turn.TurnPlayer.Outcome;
import dramatis.turn.TurnQueue.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The seats: each takes a turn from the queue, plays it, and takes the next. */
public final class InferenceWorker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(InferenceWorker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TurnQueue queue;
    private final Turns turns;
    private final TurnPlayer player;
    private final List<Thread> seats;
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

    /** Lets go of the seats. A turn that is being played stays generating on disk; close the engine to end it sooner. */
    @Override
    public void close() {
        seats.forEach(Thread::interrupt);
        try {
            for (Thread seat : seats) {
                seat.join(PATIENCE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sit() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                play(queue.take());
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
