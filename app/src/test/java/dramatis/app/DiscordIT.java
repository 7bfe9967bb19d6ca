package dramatis.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dramatis.testkit.DiscordServer;
import dramatis.testkit.DiscordServerChannel;
import dramatis.testkit.DiscordServerGuild;
import dramatis.testkit.DiscordServerMember;
import dramatis.testkit.DiscordServerMessage;
import dramatis.testkit.ModelServer;
import dramatis.testkit.ModelServerFlavor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program on a Discord of our own, with a server as its model. */
@Timeout(180)
class DiscordIT {
    private static final String REPLY = "Be kind.</system_thinking>"
            + "<role_thinking>A guest.</role_thinking><role_action>bows</role_action> Good evening.";

    private final DiscordServer discord = DiscordServer.start();
    private final DiscordServerGuild guild = discord.guild("Whitby");
    private final DiscordServerMember mina = guild.member("mina42").called("Mina");
    private final ModelServer model =
            ModelServer.of(ModelServerFlavor.VLLM).saying(REPLY).start();
    private final DiscordServerChannel hall = guild.channel("hall");

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        discord.close();
        model.close();
    }

    private Program.Running run() throws IOException {
        var running = Program.launched(directory)
                .with("DISCORD_TOKEN", discord.token())
                .with("DISCORD_API_URL", discord.apiUrl())
                .with("MODEL_URL", model.url().toString())
                .with("THOUGHTS", "dm")
                .start("run");
        await().atMost(Duration.ofSeconds(60)).until(() -> running.printed().contains("discord is up"));
        return running;
    }

    private List<DiscordServerMessage> replies() {
        return hall.messages().stream()
                .filter(message -> message.authorName().equals("Elizabeth Bennet"))
                .toList();
    }

    private void replied(int times) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(replies())
                        .extracting(DiscordServerMessage::text)
                        .hasSize(times)
                        .allSatisfy(text -> assertThat(text).isEqualTo("*bows*\nGood evening.")));
    }

    @Test
    void mention_isAnsweredByTheCharacterAndItsThoughtGoesToTheOwner() throws IOException, InterruptedException {
        try (var running = run()) {
            assertThat(running.printed())
                    .containsIgnoringCase("discord is up as " + discord.self().name() + ".");
            discord.says(mina, hall, "<@" + discord.self().id() + "> good evening");
            replied(1);
            await().atMost(Duration.ofSeconds(10))
                    .until(() ->
                            discord.dm(discord.owner()).texts().stream().anyMatch(text -> text.contains("A guest.")));
            assertThat(discord.dm(discord.owner()).texts()).noneMatch(text -> text.contains("Be kind"));
            assertThat(hall.texts()).noneMatch(text -> text.contains("guest") || text.contains("kind"));

            var ended = running.end();
            assertThat(ended.after()).isLessThan(Duration.ofSeconds(10));
            assertThat(running.printed()).doesNotContain(discord.token()).doesNotContain("Exception");
        }
        try (var logs = Files.walk(directory)) {
            assertThat(logs.filter(file -> file.toString().endsWith(".log")))
                    .allSatisfy(log -> assertThat(Files.readString(log))
                            .doesNotContain(discord.token())
                            .doesNotContain("good evening")
                            .doesNotContain("Good evening"));
        }
    }

    @Test
    void killedWhileItWrites_answersAtTheNextStartWhatWasAskedBeforeAndMeanwhile()
            throws IOException, InterruptedException {
        model.tokenDelay(Duration.ofMillis(300));
        try (var running = run()) {
            discord.says(mina, hall, "<@" + discord.self().id() + "> good evening");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !model.generations().isEmpty());
            running.kill();
        }
        model.tokenDelay(Duration.ZERO);
        discord.says(mina, hall, "<@" + discord.self().id() + "> are you there?");
        try (var running = run()) {
            replied(2);
            running.end();
        }
        assertThat(replies()).hasSize(2);
    }

    @Test
    void doctor_saysWhatIsMissingAndWhereToInviteTheBot() throws IOException, InterruptedException {
        discord.grantMessageContent(false);
        var outcome = Program.launched(directory)
                .with("DISCORD_TOKEN", discord.token())
                .with("DISCORD_API_URL", discord.apiUrl())
                .with("MODEL_URL", model.url().toString())
                .run("", "doctor");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains("Discord lets the bot in; invite it to a server: https://")
                .contains("Message Content Intent")
                .doesNotContain(discord.token());

        var wrong = Program.launched(directory)
                .with("DISCORD_TOKEN", "nonsense")
                .with("DISCORD_API_URL", discord.apiUrl())
                .with("MODEL_URL", model.url().toString())
                .run("", "doctor");
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.out()).contains("Discord does not know this DISCORD_TOKEN");
    }

    @Test
    void wrongToken_endsWithOneSentence() throws IOException, InterruptedException {
        var wrong = Program.launched(directory)
                .with("DISCORD_TOKEN", "nonsense")
                .with("DISCORD_API_URL", discord.apiUrl())
                .with("MODEL_URL", model.url().toString())
                .run("", "run");
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.err())
                .containsOnlyOnce("Discord does not know this DISCORD_TOKEN")
                .doesNotContain("Exception");
    }
}
