package dramatis.command;

import dramatis.Bot;
import dramatis.TestingSettings;
import dramatis.access.AccessStore;
import dramatis.access.Caller;
import dramatis.access.Grant;
import dramatis.access.Role;
import dramatis.address.ChannelSettingsStore;
import dramatis.command.Answer.Part;
import dramatis.inference.TestingEngine;
import dramatis.message.Phrases;
import dramatis.message.Place;
import dramatis.message.UserRef;
import dramatis.persona.PeopleStore;
import dramatis.persona.Persona;
import dramatis.persona.Quota;
import dramatis.persona.TestingAuthoredPersonaStore;
import dramatis.persona.TestingCharacterFiles;
import dramatis.persona.TestingPersonaStore;
import dramatis.platform.TestingAdapter;
import dramatis.telemetry.Telemetry;
import dramatis.turn.TestingStores;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A bot in a hall of a guild, and people of every role who ask it for things. */
final class Hall implements AutoCloseable {
    static final Place GUILD = new Place("testing", "guild");
    static final Place ELSEWHERE = new Place("testing", "elsewhere");
    static final UserRef OWNER = new UserRef("testing", "owner");

    private static final Persona ADA = TestingPersonaStore.persona("ada", "Ada");

    final TestingAdapter adapter = new TestingAdapter();
    private final TestingStores stores = new TestingStores();
    final AccessStore access = stores.access();
    final ChannelSettingsStore channels = stores.channels();
    final TestingEngine engine = TestingEngine.saying("Hm.</system_thinking>Good day.");
    final TestingAuthoredPersonaStore personas = stores.personas();
    private final Bot bot = new Bot(
            stores.all(),
            new TestingPersonaStore(ADA),
            Optional.of(new TestingCharacterFiles()),
            engine,
            new TestingSettings()
                    .owner(OWNER)
                    .patience(Duration.ZERO)
                    .pause(Duration.ofSeconds(1))
                    .quota(new Quota(3, 5000))
                    .build(),
            Telemetry.NONE);

    Hall() {
        bot.start();
        bot.attach(adapter);
    }

    PeopleStore people() {
        return stores.people();
    }

    /** Whether no turn is open. */
    boolean quiet() {
        return stores.turns().open().isEmpty();
    }

    CommandDesk desk() {
        return bot.commands();
    }

    /** Somebody who has a role here, or nobody special. */
    Caller caller(String name, Role role) {
        UserRef user = role == Role.OWNER ? OWNER : new UserRef("testing", name);
        if (role == Role.MANAGER || role == Role.BLOCKED) {
            access.put(GUILD, new Grant(user, role, OWNER, Instant.EPOCH));
        }
        return new Caller(user, GUILD, false, () -> role == Role.ADMIN);
    }

    CommandCall call(Caller caller, String name, String... options) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            given.put(options[i], options[i + 1]);
        }
        return new CommandCall(
                name, given, TestingAdapter.HALL, caller, caller.user().userId(), Locale.ENGLISH);
    }

    Answer run(Caller caller, String name, String... options) {
        return desk().run(call(caller, name, options));
    }

    /** The sentences of an answer. */
    static List<String> told(Answer answer) {
        return answer.parts().stream()
                .filter(Part.Say.class::isInstance)
                .map(part -> Phrases.in(Locale.ENGLISH).text(((Part.Say) part).notice()))
                .toList();
    }

    @Override
    public void close() {
        bot.close();
    }
}
