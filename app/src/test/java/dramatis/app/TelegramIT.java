package dramatis.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dramatis.testkit.ModelServer;
import dramatis.testkit.ModelServerFlavor;
import dramatis.testkit.TelegramServer;
import dramatis.testkit.TelegramServerChat;
import dramatis.testkit.TelegramServerPerson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program on a Bot API server of our own, with a server as its model. */
@Timeout(180)
class TelegramIT {
    private static final String REPLY = "Be kind.</system_thinking>"
            + "<role_thinking>A guest.</role_thinking><role_action>bows</role_action> Good evening.";
    private static final String SHOWN = "Elizabeth Bennet\nbows\nGood evening.";
    private static final Pattern CODE = Pattern.compile("/pair ([0-9]{8})");

    private final TelegramServer telegram = TelegramServer.start();
    private final TelegramServerPerson mina = telegram.person("Mina");
    private final TelegramServerPerson owner = telegram.person("Abraham");
    private final ModelServer model =
            ModelServer.of(ModelServerFlavor.VLLM).saying(REPLY).start();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        telegram.close();
        model.close();
    }

    private Program program() {
        return Program.launched(directory)
                .with("TELEGRAM_TOKEN", telegram.token())
                .with("TELEGRAM_API_URL", telegram.url().toString())
                .with("MODEL_URL", model.url().toString())
                .with("THOUGHTS", "dm");
    }

    private Program.Running run() throws IOException {
        var running = program().start("run");
        await().atMost(Duration.ofSeconds(60)).until(() -> running.printed().contains("telegram is up"));
        return running;
    }

    private static long replies(TelegramServerChat chat) {
        return chat.textsOfBot().stream().filter(SHOWN::equals).count();
    }

    private static void replied(TelegramServerChat chat, int times) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(replies(chat))
                        .as(() -> chat.textsOfBot().toString())
                        .isEqualTo(times));
    }

    @Test
    void privateChat_isAnsweredAndThoughtsGoToWhoeverWasPaired() throws IOException, InterruptedException {
        var minas = telegram.privateChat(mina);
        var owners = telegram.privateChat(owner);
        try (var running = run()) {
            var code = CODE.matcher(running.printed());
            assertThat(code.find()).isTrue();
            telegram.says(owner, owners, "/pair " + code.group(1));
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> !owners.textsOfBot().isEmpty());

            telegram.says(mina, minas, "good evening");
            replied(minas, 1);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> owners.textsOfBot().stream().anyMatch(text -> text.contains("A guest.")));

            assertThat(minas.textsOfBot()).noneMatch(text -> text.contains("guest") || text.contains("kind"));
            var ended = running.end();
            assertThat(ended.after()).isLessThan(Duration.ofSeconds(10));
            assertThat(running.printed()).doesNotContain(telegram.token()).doesNotContain("Exception");
        }
    }

    @Test
    void killedWhileItWrites_answersOnceAtTheNextStart() throws IOException, InterruptedException {
        var minas = telegram.privateChat(mina);
        model.tokenDelay(Duration.ofMillis(300));
        try (var running = run()) {
            telegram.says(mina, minas, "good evening");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !model.generations().isEmpty());
            running.kill();
        }
        model.tokenDelay(Duration.ZERO);
        telegram.says(mina, minas, "are you there?");
        try (var running = run()) {
            await().atMost(Duration.ofSeconds(30)).until(() -> replies(minas) > 0);
            running.end();
        }
        // both in one turn, or each in its own: an update that was not confirmed comes again before the turn is taken
        // up
        assertThat(replies(minas)).isBetween(1L, 2L);
    }

    @Test
    void wrongToken_endsWithOneSentence() throws IOException, InterruptedException {
        var wrong = program().with("TELEGRAM_TOKEN", "1:nonsense").run("", "run");
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.err())
                .containsOnlyOnce("Telegram does not know the token")
                .doesNotContain("Exception");
    }

    @Test
    void doctor_saysWhatTheBotCannotSee() throws IOException, InterruptedException {
        telegram.privacy(true);
        var outcome = program().run("", "doctor");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains("Telegram knows the bot as @", "privacy mode", "/setprivacy")
                .doesNotContain(telegram.token());
    }
}
