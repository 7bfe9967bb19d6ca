package dramatis.telegram;

import dramatis.message.InboundEvent;
import dramatis.platform.Admission;
import dramatis.platform.InboundHandler;
import java.time.Duration;

/** Hands events in until they are kept. Safe for use by many threads; may block while the store is away. */
final class Inbox {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Pacer pacer;
    private volatile InboundHandler handler = event -> new Admission.Unavailable();

    Inbox(Pacer pacer) {
        this.pacer = pacer;
    }

    void handler(InboundHandler value) {
        handler = value;
    }

    /** @throws ApiFailure where the bot ends before the event is kept */
    Admission accept(InboundEvent event) {
        Admission admission = handler.accept(event);
        for (Duration pause = FIRST_PAUSE; admission instanceof Admission.Unavailable; pause = longer(pause)) {
            pacer.pause(pause);
            admission = handler.accept(event);
        }
        return admission;
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
