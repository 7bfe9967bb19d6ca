package dramatis.console;

import dramatis.message.InboundEvent;
import dramatis.message.InboundMessage;
import dramatis.message.InboundMessage.Addressing;
import dramatis.message.InboundMessage.AuthorKind;
import dramatis.message.MessageRef;
import dramatis.platform.Admission;
import dramatis.platform.InboundHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Hands in what was typed. The lines of one run share a beginning of their ids. Safe for use by many threads. */
final class Asking {
    private static final int TRIES = 5;

    private final ConsoleOptions options;
    private final Duration pause;
    private final String run = UUID.randomUUID() + "-";
    private final AtomicLong lines = new AtomicLong();

    /**
     * Makes one.
     *
     * @param pause how long to wait before a line that could not be kept is handed in again
     */
    Asking(ConsoleOptions options, Duration pause) {
        this.options = options;
        this.pause = pause;
    }

    /** Hands a line in; again, and again, while it cannot be kept, and then answers {@link Admission.Unavailable}. */
    Admission say(String text, InboundHandler handler, Runnable beforeRetry) throws InterruptedException {
        InboundEvent event = new InboundEvent.Message(message(text));
        Admission admission = handler.accept(event);
        for (int i = 1; i < TRIES && admission instanceof Admission.Unavailable; i++) {
            beforeRetry.run();
            Thread.sleep(pause.toMillis() * i);
            admission = handler.accept(event);
        }
        return admission;
    }

    /** Whether a message is a line of this run. */
    boolean typed(MessageRef ref) {
        return ref.messageId().startsWith(run);
    }

    private InboundMessage message(String text) {
        return new InboundMessage(
                new MessageRef(options.conversation(), run + lines.incrementAndGet()),
                ConsoleOptions.CALLER.place(),
                ConsoleOptions.OWNER,
                options.userName(),
                AuthorKind.PERSON,
                text,
                Optional.empty(),
                Addressing.DIRECT,
                options.locale(),
                Instant.now());
    }
}
