package dramatis.turn;

import static java.util.Objects.requireNonNull;

import dramatis.delivery.Postman;
import dramatis.message.UserNotice;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tells people once that their turn waits, and at which place, if it still does after a while. */
public final class WaitNotices {
    private final Postman postman;
    private final ScheduledExecutorService timer;
    private final Duration patience;

    public WaitNotices(Postman postman, ScheduledExecutorService timer, Duration patience) {
        this.postman = requireNonNull(postman, "postman");
        this.timer = requireNonNull(timer, "timer");
        this.patience = requireNonNull(patience, "patience");
    }

    /** @param place asked for then; empty where the turn does not wait any more */
    void tellLater(Turn turn, Supplier<OptionalInt> place) {
        var unused = timer.schedule(
                () -> place.get()
                        .ifPresent(before -> postman.passingNotice(
                                turn.conversation(), turn.id(), UserNotice.of("turn.waiting", before))),
                patience.toMillis(),
                TimeUnit.MILLISECONDS);
    }
}
