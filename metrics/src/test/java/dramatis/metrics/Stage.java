package dramatis.metrics;

import static org.awaitility.Awaitility.await;

import dramatis.Bot;
import dramatis.access.Caller;
import dramatis.access.TestingAccessStore;
import dramatis.address.ChannelSettings;
import dramatis.address.TestingChannelSettingsStore;
import dramatis.command.CommandCall;
import dramatis.inference.Sampling;
import dramatis.inference.TestingEngine;
import dramatis.message.Place;
import dramatis.message.UserRef;
import dramatis.persona.TestingAuthoredPersonaStore;
import dramatis.persona.TestingPersonaStore;
import dramatis.platform.TestingAdapter;
import dramatis.turn.TestingStores;
import dramatis.turn.TurnIntake;
import dramatis.turn.TurnPlayer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A bot with figures, on a platform in memory. */
final class Stage implements AutoCloseable {
    static final String REPLY = "She is polite.</system_thinking>Good day.<role_action>bows</role_action>";
    private static final UserRef BO = new UserRef("testing", "Bo");

    final TestingAdapter adapter = new TestingAdapter();
    final Metrics metrics = new Metrics(Path.of("."));
    final Bot bot;
    private final TestingEngine engine;

    Stage(TestingEngine engine) {
        this.engine = engine;
        TestingStores stores = new TestingStores();
        bot = new Bot(
                new Bot.Stores(
                        stores.sessions(),
                        stores.turns(),
                        stores.posts(),
                        new TestingAuthoredPersonaStore(),
                        new TestingAccessStore(),
                        stores.privacy(),
                        new TestingChannelSettingsStore()),
                new TestingPersonaStore(TestingPersonaStore.persona("ada", "Ada")),
                engine,
                new Bot.Settings(
                        "ada",
                        Set.of(BO),
                        1,
                        50,
                        new TurnPlayer.Settings(
                                Sampling.DEFAULT, Duration.ofDays(1), Duration.ofHours(1), Duration.ofMillis(100)),
                        new TurnIntake.Limits(5, 400),
                        ChannelSettings.DEFAULT),
                metrics.telemetry());
        metrics.show(bot::load);
        bot.start();
        bot.attach(adapter);
    }

    void command(String name) {
        var unused = bot.commands()
                .run(new CommandCall(
                        name,
                        Map.of(),
                        TestingAdapter.HALL,
                        Caller.inPrivate(BO, new Place("testing", "hall")),
                        "Bo",
                        Locale.ENGLISH));
    }

    /** Waits until a series has a value. */
    void awaitValue(String series, double value) {
        await().until(() -> scrape().value(series) == value);
    }

    Scrape scrape() {
        return new Scrape(metrics.text());
    }

    @Override
    public void close() {
        adapter.release();
        engine.close();
        bot.close();
        metrics.close();
    }
}
