package dramatis.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dramatis.Bot;
import dramatis.TestingSettings;
import dramatis.address.Triggers;
import dramatis.inference.TestingEngine;
import dramatis.persona.TestingCharacterFiles;
import dramatis.persona.TestingPersonaStore;
import dramatis.telemetry.Telemetry;
import dramatis.testkit.TelegramServer;
import dramatis.testkit.TelegramServerChat;
import dramatis.testkit.TelegramServerMessage;
import dramatis.testkit.TelegramServerPerson;
import dramatis.turn.TestingStores;
import dramatis.turn.TurnIntake;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;

/** A whole bot with a scripted model, on a Telegram of its own. */
final class Theatre implements AutoCloseable {
    static final String REPLY = "She is polite.</system_thinking>Good day."
            + "<role_thinking>Who is this?</role_thinking><role_action>bows</role_action> Sit down.";
    /** How that looks. */
    static final String SHOWN = "Ada\nGood day.\nbows\nSit down.";

    // a busy machine takes its time
    static {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(40));
    }

    private final TelegramServer server = TelegramServer.start();
    private final TelegramServerPerson mina = server.person("Mina");
    private final TestingStores stores = new TestingStores();
    private final TestingTelegramStore store = new TestingTelegramStore();
    private TestingEngine engine = TestingEngine.saying(REPLY);
    private TestingSettings settings = new TestingSettings().pause(Duration.ofMillis(50));
    private UnaryOperator<Bot.Settings> limits = UnaryOperator.identity();
    private Optional<String> ownerId = Optional.empty();
    private Optional<Locale> locale = Optional.empty();
    private Optional<Bot> bot = Optional.empty();
    private Optional<TelegramAdapter> adapter = Optional.empty();

    Theatre engine(TestingEngine value) {
        engine = value;
        return this;
    }

    /** Has so many turns played at once, and so many wait. */
    Theatre seats(int seats, int turns) {
        limits = base -> new Bot.Settings(
                base.persona(),
                base.owners(),
                seats,
                base.planTokens(),
                base.play(),
                new TurnIntake.Limits(turns, base.limits().text()),
                base.channel(),
                base.thoughts(),
                base.quota());
        return this;
    }

    Theatre settings(TestingSettings value) {
        settings = value;
        return this;
    }

    Theatre owner(TelegramServerPerson person) {
        ownerId = Optional.of(Long.toString(person.id()));
        return this;
    }

    Theatre locale(Locale value) {
        locale = Optional.of(value);
        return this;
    }

    /** Begins, or begins again with what was kept. */
    Theatre open() {
        Bot made = new Bot(
                stores.all(),
                new TestingPersonaStore(
                        TestingPersonaStore.persona("ada", "Ada"), TestingPersonaStore.persona("wren", "Wren")),
                Optional.of(new TestingCharacterFiles()),
                engine,
                limits.apply(settings.build()),
                Telemetry.NONE);
        bot = Optional.of(made);
        made.start();
        adapter = Optional.of(new TelegramAdapter(options(server.token()), made::commands, store, Triggers.DEFAULT));
        made.attach(adapter.get());
        return this;
    }

    TelegramOptions options(String token) {
        return new TelegramOptions(token, server.url(), ownerId, locale);
    }

    TelegramServer server() {
        return server;
    }

    TelegramServerPerson mina() {
        return mina;
    }

    TelegramServerChat home() {
        return server.privateChat(mina);
    }

    TestingEngine engine() {
        return engine;
    }

    TestingStores stores() {
        return stores;
    }

    TestingTelegramStore store() {
        return store;
    }

    TelegramAdapter adapter() {
        return adapter.orElseThrow();
    }

    Bot bot() {
        return bot.orElseThrow();
    }

    TelegramServerMessage says(String text) {
        return server.says(mina, home(), text);
    }

    /** Waits until the bot wrote something that holds these words, and gives it. */
    static TelegramServerMessage wrote(TelegramServerChat chat, String words) {
        return await().atMost(Duration.ofSeconds(40))
                .until(
                        () -> chat.ofBot().stream()
                                .filter(message -> message.text().contains(words))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Waits until the bot's messages in a chat say this. */
    static void texts(TelegramServerChat chat, String... texts) {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(chat.textsOfBot()).isEqualTo(List.of(texts)));
    }

    /** Ends the bot; Telegram lives on. */
    void closeBot() {
        bot.ifPresent(Bot::close);
        bot = Optional.empty();
    }

    @Override
    public void close() {
        server.heal();
        server.goOn();
        closeBot();
        server.close();
    }
}
