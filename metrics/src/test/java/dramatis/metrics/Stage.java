package dramatis.metrics;

import static org.awaitility.Awaitility.await;

import dramatis.Bot;
import dramatis.TestingSettings;
import dramatis.access.Caller;
import dramatis.command.CommandCall;
import dramatis.inference.TestingEngine;
import dramatis.message.Place;
import dramatis.message.UserRef;
import dramatis.persona.TestingPersonaStore;
import dramatis.platform.TestingAdapter;
import dramatis.turn.TestingStores;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
                stores.all(),
                new TestingPersonaStore(TestingPersonaStore.persona("ada", "Ada")),
                Optional.empty(),
                engine,
                new TestingSettings().owner(BO).build(),
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
