package dramatis.telemetry;

import static dramatis.platform.TestingAdapter.HALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dramatis.Bot;
import dramatis.TestingSettings;
import dramatis.access.Caller;
import dramatis.command.CommandCall;
import dramatis.inference.EngineException;
import dramatis.inference.TestingEngine;
import dramatis.message.Place;
import dramatis.message.UserRef;
import dramatis.persona.Persona;
import dramatis.persona.TestingPersonaStore;
import dramatis.platform.Receipt;
import dramatis.platform.TestingAdapter;
import dramatis.turn.TestingStores;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a bot tells of its work. */
@Timeout(60)
class TelemetryTest {
    private static final String REPLY = "She is polite.</system_thinking>Good day.<role_action>bows</role_action>";
    private static final Persona ADA = new Persona(
            "ada", "Ada", Optional.empty(), "She counts.", "", "", "", List.of("Good day."), List.of(), "", List.of());
    private static final UserRef BO = new UserRef("testing", "Bo");

    private final TestingStores stores = new TestingStores();
    private final TestingAdapter adapter = new TestingAdapter();
    private final TestingTelemetry told = new TestingTelemetry();
    private Optional<Bot> running = Optional.empty();
    private Optional<TestingEngine> model = Optional.empty();

    @AfterEach
    void close() {
        adapter.release();
        model.ifPresent(TestingEngine::close);
        running.ifPresent(Bot::close);
    }

    @Test
    void turn_posted_isToldFromItsAdmissionToItsEnd() {
        start(TestingEngine.saying(REPLY));
        adapter.say("Bo", "Hello");
        await().until(() -> told.turns().contains("REPLY POSTED"));
        assertThat(told.turns()).containsExactly("REPLY admitted", "REPLY PLANNING", "REPLY SPEAKING", "REPLY POSTED");
        assertThat(told.posts()).containsExactly("Sent", "Sent");
        assertThat(told.completions())
                .singleElement()
                .satisfies(it -> assertThat(it.newTokens()).isPositive());
    }

    @Test
    void turn_stopped_endsOnce() {
        TestingEngine engine = TestingEngine.saying(REPLY).blockAfter(0);
        Bot bot = start(engine);
        adapter.say("Bo", "Hello");
        await().until(() -> engine.running() == 1);
        assertThat(bot.load()).isEqualTo(new Load(0, 1, 1, 1));
        bot.commands().run(call("stop"));
        await().until(() ->
                told.turns().contains("REPLY CANCELLED") && bot.load().playing() == 0);
        assertThat(told.turns()).containsExactly("REPLY admitted", "REPLY PLANNING", "REPLY CANCELLED");
        assertThat(told.commands()).containsExactly("stop DONE");
    }

    @Test
    void turn_inLine_isPartOfTheLoad() {
        TestingEngine engine = TestingEngine.saying(REPLY).blockAfter(0);
        Bot bot = start(engine);
        adapter.say("Bo", "Hello");
        await().until(() -> engine.running() == 1);
        adapter.say("Bo", "Are you there?");
        assertThat(bot.load()).isEqualTo(new Load(1, 1, 1, 1));
    }

    @Test
    void turn_leftByAnEarlierProcess_isAdmittedAgain() {
        start(TestingEngine.saying(REPLY).blockAfter(0));
        adapter.say("Bo", "Hello");
        await().until(() -> told.turns().contains("REPLY PLANNING"));
        close();
        start(TestingEngine.saying(REPLY));
        await().until(() -> told.turns().contains("REPLY POSTED"));
        assertThat(told.turns()).filteredOn("REPLY admitted"::equals).hasSize(2);
    }

    @Test
    void engine_fails_eachTryIsTold() {
        start(TestingEngine.saying(REPLY).failNext(failure()).failNext(failure()));
        adapter.say("Bo", "Hello");
        await().until(() -> told.turns().contains("REPLY FAILED"));
        assertThat(told.failures()).containsExactly(EngineException.Kind.FAILED, EngineException.Kind.FAILED);
    }

    @Test
    void engine_away_isToldAsUnavailable() {
        start(TestingEngine.saying(REPLY).unavailable(true));
        adapter.say("Bo", "Hello");
        await().until(() -> told.failures().contains(EngineException.Kind.UNAVAILABLE));
        await().until(() -> told.turns().contains("REPLY WAITING"));
    }

    @Test
    void post_refused_isToldAndTheTurnFails() {
        adapter.platform(delivery -> new Receipt.Refused("no permission"));
        start(TestingEngine.saying(REPLY));
        adapter.say("Bo", "Hello");
        await().until(() -> told.turns().contains("REPLY FAILED"));
        assertThat(told.posts()).containsExactly("Refused");
    }

    @Test
    void greeting_isToldAsAKindOfItsOwn() {
        Bot bot = start(TestingEngine.saying(REPLY));
        bot.commands().run(call("persona use", "name", "ada"));
        await().until(() -> told.turns().contains("GREETING POSTED"));
        assertThat(told.turns()).containsExactly("GREETING admitted", "GREETING POSTED");
    }

    private Bot start(TestingEngine engine) {
        Bot bot = new Bot(
                stores.all(),
                new TestingPersonaStore(ADA),
                Optional.empty(),
                engine,
                new TestingSettings().owner(BO).build(),
                told);
        running = Optional.of(bot);
        model = Optional.of(engine);
        bot.start();
        bot.attach(adapter);
        return bot;
    }

    private static CommandCall call(String name, String... option) {
        Map<String, String> given = option.length == 0 ? Map.of() : Map.of(option[0], option[1]);
        return new CommandCall(
                name, given, HALL, Caller.inPrivate(BO, new Place("testing", "hall")), "Bo", Locale.ENGLISH);
    }

    private static EngineException failure() {
        return new EngineException(EngineException.Kind.FAILED, "no memory");
    }
}
