package dramatis.command;

import dramatis.Bot;
import dramatis.access.AccessStore;
import dramatis.access.Caller;
import dramatis.access.Grant;
import dramatis.access.Role;
import dramatis.access.TestingAccessStore;
import dramatis.address.ChannelSettings;
import dramatis.address.ChannelSettingsStore;
import dramatis.address.TestingChannelSettingsStore;
import dramatis.command.Answer.Part;
import dramatis.inference.Sampling;
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
import dramatis.turn.TestingStores;
import dramatis.turn.TurnIntake;
import dramatis.turn.TurnPlayer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A bot in a hall of a guild, and people of every role who ask it for things. */
final class Hall implements AutoCloseable {
    static final Place GUILD = new Place("testing", "guild");
    static final Place ELSEWHERE = new Place("testing", "elsewhere");
    static final UserRef OWNER = new UserRef("testing", "owner");

    private static final Persona ADA = TestingPersonaStore.persona("ada", "Ada");

    final TestingAdapter adapter = new TestingAdapter();
    final AccessStore access = new TestingAccessStore();
    final ChannelSettingsStore channels = new TestingChannelSettingsStore();
    final TestingAuthoredPersonaStore personas = new TestingAuthoredPersonaStore();
    final TestingEngine engine = TestingEngine.saying("Hm.</system_thinking>Good day.");
    private final TestingStores stores = new TestingStores();
    private final Bot bot = new Bot(
            new Bot.Stores(
                    stores.sessions(),
                    stores.turns(),
                    stores.posts(),
                    personas,
                    access,
                    channels,
                    stores.people(),
                    stores.privacy()),
            new TestingPersonaStore(ADA),
            Optional.of(new TestingCharacterFiles()),
            engine,
            new Bot.Settings(
                    "ada",
                    Set.of(OWNER),
                    1,
                    50,
                    new TurnPlayer.Settings(Sampling.DEFAULT, Duration.ofDays(1), Duration.ZERO, Duration.ofSeconds(1)),
                    new TurnIntake.Limits(5, 400),
                    ChannelSettings.DEFAULT,
                    new Quota(3, 5000)));

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
