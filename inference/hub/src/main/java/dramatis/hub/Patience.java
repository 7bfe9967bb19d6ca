package dramatis.hub;

import java.io.IOException;
import java.time.Duration;

/** Waits between tries: longer each time, as long as the server asks, and not for ever. For one thread. */
final class Patience {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST_ASKED = Duration.ofMinutes(5);

    private final int tries;
    private final Pause pause;
    private final Progress progress;
    private int failures;

    /** Gives up at the given number of failures without anything good between them. */
    Patience(int tries, Pause pause, Progress progress) {
        this.tries = tries;
        this.pause = pause;
        this.progress = progress;
    }

    /** Something came: it is worth to go on. */
    void progressed() {
        failures = 0;
    }

    /** Tries until it works; throws the last failure when there were enough. */
    <T> T until(Attempt<T> attempt) throws IOException, InterruptedException {
        while (true) {
            try {
                return attempt.run();
            } catch (IOException e) {
                afterFailure(e);
            }
        }
    }

    private void afterFailure(IOException failure) throws IOException, InterruptedException {
        failures++;
        if (failures >= tries) {
            throw failure;
        }
        Duration wait = wait(failure);
        progress.waiting("The download does not go on (" + Refusals.reason(failure) + "); next try in "
                + wait.toSeconds() + " s.");
        pause.pause(wait);
    }

    private Duration wait(IOException failure) {
        Duration own = FIRST.multipliedBy(1L << (failures - 1));
        Duration asked = failure instanceof Unavailable it ? it.askedWait().orElse(Duration.ZERO) : Duration.ZERO;
        Duration longer = asked.compareTo(own) > 0 ? asked : own;
        return longer.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : longer;
    }
}
