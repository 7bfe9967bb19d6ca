package dramatis.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dramatis.testkit.DiscordServer;
import dramatis.testkit.DiscordTally;
import dramatis.testkit.DiscordTown;
import dramatis.testkit.ModelServer;
import dramatis.testkit.ModelServerEcho;
import dramatis.testkit.ModelServerFlavor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the program with SIGKILL while it answers on Discord, again and again; the system property
 * {@code discord.kill.rounds} says how often, 2 by default. People write before, during and between its runs.
 */
class DiscordKillIT {
    private static final int ROUNDS = Integer.getInteger("discord.kill.rounds", 2);

    private final Moments moments = new Moments();
    private final DiscordServer discord = DiscordServer.start();
    private final DiscordTown town = DiscordTown.mixed(discord, 1);
    private final ModelServer model = ModelServer.of(ModelServerFlavor.VLLM)
            .replies(new ModelServerEcho())
            .tokenDelay(Duration.ofMillis(20))
            .start();
    private int line;

    @TempDir
    Path directory;

    @Test
    @Timeout(7200)
    void kill_atAnyTime_eachLineIsAnsweredOnce() throws IOException, InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            try (var running = run()) {
                everybodySpeaks();
                moments.await(round, this::posts);
                running.kill();
            }
            if (round % 2 == 0) {
                everybodySpeaks();
            }
        }
        try (var running = run()) {
            everybodySpeaks();
            await().atMost(Duration.ofMinutes(2))
                    .until(() ->
                            DiscordTally.of(town).faults().stream().noneMatch(fault -> fault.contains("no reply")));
            running.end();
        } finally {
            model.close();
            discord.close();
        }
        var tally = DiscordTally.of(town);
        System.out.println(
                ROUNDS + " kills, " + tally.lines() + " lines: lost " + tally.lost() + ", answered by a notice "
                        + tally.told() + ", doubled " + tally.doubled() + ", out of order " + tally.disordered());
        assertThat(tally.lost() + tally.doubled() + tally.disordered())
                .as("%s%n%s", tally.faults(), String.join("\n", tally.transcripts()))
                .isZero();
        assertThat(tally.told()).isLessThanOrEqualTo(tally.lines() / 20);
    }

    private Program.Running run() throws IOException {
        var running = Program.launched(directory)
                .with("DISCORD_TOKEN", discord.token())
                .with("DISCORD_API_URL", discord.apiUrl())
                .with("MODEL_URL", model.url().toString())
                .start("run");
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> running.printed().contains("discord is up"));
        return running;
    }

    private void everybodySpeaks() {
        line++;
        town.places().forEach(place -> town.say(place, line));
    }

    private int posts() {
        return town.places().stream()
                .mapToInt(place -> place.channel().everything().size())
                .sum();
    }
}
