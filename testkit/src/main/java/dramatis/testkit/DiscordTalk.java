package dramatis.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/**
 * People who each say numbered lines to the bot, {@code line 7.}, wait for the reply to it, and say the next; some lines
 * come two at once. Any thread.
 */
public final class DiscordTalk {
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final DiscordTown town;
    private final Duration patience;
    private final double impatient;
    private volatile boolean stopped;

    /**
     * A talk.
     *
     * @param patience how long a person waits for a reply before the next line
     * @param impatient the share of lines that are not waited for at all
     */
    public DiscordTalk(DiscordTown town, Duration patience, double impatient) {
        this.town = town;
        this.patience = patience;
        this.impatient = impatient;
    }

    /** Nobody says anything more; the last replies are still waited for. */
    public void stop() {
        stopped = true;
    }

    /** Says so many lines in each place, and waits for the last replies. */
    public DiscordTally run(int lines) {
        List<CompletableFuture<Void>> people = new ArrayList<>();
        for (int i = 0; i < town.places().size(); i++) {
            DiscordTown.Place place = town.places().get(i);
            Random random = new Random(i);
            people.add(CompletableFuture.runAsync(() -> talk(place, lines, random), task -> start(task, place)));
        }
        people.forEach(CompletableFuture::join);
        return DiscordTally.of(town);
    }

    private static void start(Runnable task, DiscordTown.Place place) {
        Thread thread = new Thread(task, place.person().id());
        thread.setDaemon(true);
        thread.start();
    }

    private void talk(DiscordTown.Place place, int lines, Random random) {
        int number = 0;
        for (; number < lines && !stopped; number++) {
            town.say(place, number);
            if (random.nextDouble() >= impatient) {
                await(place, number);
            }
        }
        await(place, number - 1);
    }

    private void await(DiscordTown.Place place, int number) {
        long end = System.nanoTime() + patience.toNanos();
        while (number >= 0 && !DiscordTally.answered(place).contains(number) && System.nanoTime() - end < 0) {
            try {
                Thread.sleep(GLANCE.toMillis());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
