package dramatis.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dramatis.testkit.DiscordServer;
import dramatis.testkit.DiscordServerFault;
import dramatis.testkit.DiscordTally;
import dramatis.testkit.DiscordTown;
import dramatis.testkit.ModelServer;
import dramatis.testkit.ModelServerEcho;
import dramatis.testkit.ModelServerFault;
import dramatis.testkit.ModelServerFlavor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program is asked to end while nothing goes on: its own deadline is ten seconds. */
@Timeout(180)
class DiscordEndingIT {
    private static final String POST = "POST /webhooks/{webhook}/{token}";

    private final DiscordServer discord = DiscordServer.start();
    private final DiscordTown town = DiscordTown.ofChannels(discord, 3);
    private final ModelServer model = ModelServer.of(ModelServerFlavor.VLLM)
            .replies(new ModelServerEcho())
            .start();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        discord.close();
        model.close();
    }

    @Test
    void end_postMustWaitAndModelHangsAndTurnIsGenerated_inTimeAndAllThreeEndOnceAfterwards()
            throws IOException, InterruptedException {
        try (var running = run()) {
            say(0, 1);
            soon(() -> DiscordTally.of(town).faults().isEmpty());
            discord.faults().next(POST, DiscordServerFault.rateLimit(Duration.ofMinutes(1)));
            say(0, 2);
            soon(() -> discord.faults().fired() == 1);
            model.failNext(ModelServerFault.stallAfter(2));
            say(1, 3);
            soon(() -> model.generations().size() == 3);
            model.tokenDelay(Duration.ofSeconds(1));
            say(2, 4);
            soon(() -> model.generations().size() == 4);
            assertThat(running.end().after()).isLessThan(Duration.ofSeconds(10));
        }
        var unanswered = DiscordTally.of(town);
        assertThat(unanswered.lost())
                .as("%s%n%s", unanswered.faults(), String.join("\n", unanswered.transcripts()))
                .isEqualTo(3);
        model.tokenDelay(Duration.ZERO);
        // the minute is over
        discord.limits().limit(POST, 10_000, Duration.ofSeconds(1));
        try (var running = run()) {
            soon(() -> DiscordTally.of(town).lost() == 0);
            running.end();
        }
        assertThat(DiscordTally.of(town).faults()).isEmpty();
    }

    private void say(int place, int line) {
        town.say(town.places().get(place), line);
    }

    private static void soon(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(30)).until(condition);
    }

    private Program.Running run() throws IOException {
        var running = Program.launched(directory)
                .with("DISCORD_TOKEN", discord.token())
                .with("DISCORD_API_URL", discord.apiUrl())
                .with("MODEL_URL", model.url().toString())
                .start("run");
        await().atMost(Duration.ofMinutes(1)).until(() -> running.printed().contains("discord is up"));
        return running;
    }
}
