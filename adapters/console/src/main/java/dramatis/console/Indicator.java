package dramatis.console;

import dramatis.message.Phrases;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Says who is awaited, and for how long. Not safe for use by several threads. */
final class Indicator {
    private final Phrases phrases;
    private final LongSupplier nanoTime;
    private boolean running;
    private String name = "";
    private long since;

    Indicator(Phrases phrases, LongSupplier nanoTime) {
        this.phrases = phrases;
        this.nanoTime = nanoTime;
    }

    /** Starts to count, or goes on. */
    void start(String name) {
        if (!running) {
            since = nanoTime.getAsLong();
        }
        this.name = name;
        running = true;
    }

    void stop() {
        running = false;
    }

    boolean running() {
        return running;
    }

    String text() {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(nanoTime.getAsLong() - since);
        return seconds == 0
                ? phrases.text("console.thinking", name)
                : phrases.text("console.thinking.seconds", name, seconds);
    }
}
