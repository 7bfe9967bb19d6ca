package dramatis.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dramatis.app.kill.Disk;
import dramatis.testkit.ModelServer;
import dramatis.testkit.ModelServerEcho;
import dramatis.testkit.ModelServerFlavor;
import dramatis.testkit.TelegramServer;
import dramatis.testkit.TelegramServerFault;
import dramatis.testkit.TelegramTally;
import dramatis.testkit.TelegramTown;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the program with SIGKILL while it answers on Telegram, again and again; the system property
 * {@code telegram.kill.rounds} says how often, 2 by default. People write before, during and between its runs. Telegram
 * cannot be asked what became of a post: a reply that may be missing must be flagged.
 */
class TelegramKillIT {
    private static final int ROUNDS = Integer.getInteger("telegram.kill.rounds", 2);
    /** What holds in the notices of replies that are not there, or may not be. */
    private static final Pattern FLAG = Pattern.compile("could be posted|could not be answered");

    private static final TelegramServerFault UNANSWERED =
            TelegramServerFault.hang().afterEffect();

    private final Moments moments = new Moments();
    private final TelegramServer telegram = TelegramServer.start();
    private final TelegramTown town = TelegramTown.mixed(telegram);
    private final ModelServer model = ModelServer.of(ModelServerFlavor.VLLM)
            .replies(new ModelServerEcho())
            .tokenDelay(Duration.ofMillis(20))
            .start();
    private final Map<String, Integer> found = new TreeMap<>();
    private int line;

    @TempDir
    Path directory;

    @Test
    @Timeout(3600)
    void kill_atAnyTime_noReplyIsMissingOrDoubledWithoutAWord() throws IOException, InterruptedException, SQLException {
        for (int round = 0; round < ROUNDS; round++) {
            killedRound(round);
            if (round % 2 == 0) {
                everybodySpeaks();
            }
        }
        try (var running = run()) {
            everybodySpeaks();
            await().atMost(Duration.ofMinutes(2)).until(() -> tally().lost() == 0);
            running.end();
        } finally {
            model.close();
            telegram.close();
        }
        var tally = tally();
        System.out.println(ROUNDS + " kills, " + tally.lines() + " lines: lost " + tally.lost() + ", doubled "
                + tally.doubled() + ", out of order " + tally.disordered() + ", not shown and said so " + tally.told()
                + ", flags " + tally.flags() + "; found on disk: " + found);
        assertThat(tally.faults())
                .as(() -> String.join("\n", TelegramTally.transcript(town)))
                .isEmpty();
        assertThat(tally.flags()).isGreaterThanOrEqualTo(telegram.fired(UNANSWERED));
        assertThat(tally.told()).isLessThanOrEqualTo(tally.lines() / 10);
    }

    private void killedRound(int round) throws IOException, InterruptedException, SQLException {
        try (var running = run()) {
            int unanswered = telegram.fired(UNANSWERED);
            if (round % 4 == 2) {
                telegram.failNext("sendMessage", UNANSWERED);
            }
            everybodySpeaks();
            switch (round % 4) {
                case 0 -> moments.await(0, this::posts);
                case 1 -> moments.soonAfter(1, () -> model.generations().size());
                case 2 -> await().atMost(Duration.ofSeconds(30)).until(() -> telegram.fired(UNANSWERED) > unanswered);
                default -> moments.soonAfter(1 + round % 3, this::posts);
            }
            running.kill();
        }
        telegram.goOn();
        try (Disk disk = new Disk(directory)) {
            disk.states().forEach((state, count) -> found.merge(state, 1, Integer::sum));
        }
    }

    private Program.Running run() throws IOException {
        var running = Program.launched(directory)
                .with("TELEGRAM_TOKEN", telegram.token())
                .with("TELEGRAM_API_URL", telegram.url().toString())
                .with("MODEL_URL", model.url().toString())
                .start("run");
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> running.printed().contains("telegram is up"));
        return running;
    }

    private void everybodySpeaks() {
        line++;
        town.places().forEach(place -> town.say(place, line));
    }

    private TelegramTally tally() {
        return TelegramTally.of(town, FLAG);
    }

    private int posts() {
        return town.places().stream()
                .mapToInt(place -> place.chat().ofBot().size())
                .sum();
    }
}
