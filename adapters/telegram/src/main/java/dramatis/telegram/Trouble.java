package dramatis.telegram;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What keeps the bot from Telegram just now, in a sentence for operators; logged when it begins. For any thread. */
final class Trouble {
    private static final Logger log = LoggerFactory.getLogger(Trouble.class);

    static final String TOKEN =
            "Telegram does not know the token. Copy it from @BotFather into TELEGRAM_TOKEN, whole, and start again.";
    static final String UNREACHABLE = "Telegram cannot be reached; trying on.";
    static final String CONFLICT =
            "Another process polls Telegram with the same token, so each takes messages from the other. Stop that one, or"
                    + " get a token of its own for it from @BotFather.";

    /** The other process's poll ends ours, and ours ends its: both get through now and then. */
    private static final Duration CONFLICT_LASTS = Duration.ofMinutes(1);

    private final AtomicBoolean conflictTold = new AtomicBoolean();
    private volatile Optional<String> now = Optional.empty();
    private volatile long conflictUntil = System.nanoTime();

    Optional<String> now() {
        return conflictUntil - System.nanoTime() > 0 ? Optional.of(CONFLICT) : now;
    }

    void is(String what) {
        if (!now.equals(Optional.of(what))) {
            now = Optional.of(what);
            log.warn("{}", what);
        }
    }

    void over() {
        if (now.isPresent()) {
            log.info("Telegram can be reached again");
        }
        now = Optional.empty();
    }

    void unreachable() {
        is(UNREACHABLE);
    }

    /** A poll was answered. */
    void polled(int status) {
        if (status == 409) {
            conflict();
        } else if (wrongToken(status)) {
            is(TOKEN);
        } else if (status >= 300) {
            unreachable();
        } else {
            over();
        }
    }

    private void conflict() {
        conflictUntil = System.nanoTime() + CONFLICT_LASTS.toNanos();
        if (conflictTold.compareAndSet(false, true)) {
            log.warn("{}", CONFLICT);
        }
    }

    /** What Telegram answers to a token that it does not know, or that is none. */
    static boolean wrongToken(int status) {
        return status == 401 || status == 404;
    }
}
