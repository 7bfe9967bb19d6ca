package dramatis.discord;

import static dramatis.discord.TestingDiscord.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dramatis.Bot;
import dramatis.TestingSettings;
import dramatis.delivery.Thoughts;
import dramatis.inference.TestingEngine;
import dramatis.message.UserRef;
import dramatis.persona.TestingPersonaStore;
import dramatis.testkit.DiscordServer;
import dramatis.testkit.DiscordServerChannel;
import dramatis.testkit.DiscordServerGuild;
import dramatis.testkit.DiscordServerInteraction;
import dramatis.testkit.DiscordServerMember;
import dramatis.testkit.DiscordServerMessage;
import dramatis.turn.TestingStores;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole core behind the adapter, with an engine that says what it is told to. */
class BotOnDiscordTest {
    private static final String REPLY = "She is polite.</system_thinking>Ada: Good day."
            + "<role_thinking>Who is this?</role_thinking><role_action>bows</role_action> Sit down.";

    private final DiscordServer server = DiscordServer.start();
    private final DiscordServerGuild guild = server.guild("Whitby");
    private final DiscordServerChannel hall = guild.channel("hall");
    private final DiscordServerMember mina = guild.member("Mina");
    private final TestingStores stores = new TestingStores();
    private final TestingEngine engine = TestingEngine.sayingInTurn(REPLY, "Hm.</system_thinking>Another day.");
    private Optional<Bot> bot = Optional.empty();

    @BeforeEach
    void start() {
        Bot made = new Bot(
                stores.all(),
                new TestingPersonaStore(TestingPersonaStore.persona("ada", "Ada")),
                engine,
                new TestingSettings()
                        .owner(new UserRef(
                                DiscordOptions.PLATFORM, server.owner().id()))
                        .thoughts(DiscordOptions.PLATFORM, Thoughts.DM)
                        .build());
        bot = Optional.of(made);
        made.start();
        made.attach(new DiscordAdapter(
                new DiscordOptions(server.token(), URI.create(server.apiUrl()), Optional.empty(), Optional.empty()),
                made::commands,
                (id, name) -> TestingDiscord.PORTRAIT,
                List::of));
        eventually(() -> assertThat(server.commandNames(guild)).isNotEmpty());
    }

    @AfterEach
    void close() {
        bot.ifPresent(Bot::close);
        server.close();
    }

    private DiscordServerMessage mentions(String text) {
        return server.says(mina, hall, server.self().mention() + " " + text);
    }

    private DiscordServerMessage reply() {
        eventually(() -> assertThat(last().customIds()).isNotEmpty());
        return last();
    }

    private DiscordServerMessage last() {
        return hall.messages().get(hall.messages().size() - 1);
    }

    @Test
    void commands_ofTheCore_allTaken() {
        assertThat(server.commandNames(guild)).contains("persona", "say", "retry", "reset", "help", "thoughts", "Edit");
    }

    @Test
    void mention_answeredInCharacter_thoughtsToOwner() {
        mentions("Good evening");
        DiscordServerMessage reply = reply();
        assertThat(reply.text()).isEqualTo("Good day.\n*bows*\nSit down.");
        assertThat(reply.authorName()).isEqualTo("Ada");
        assertThat(hall.typed()).isPositive();
        DiscordServerChannel dm = server.dm(guild.owner());
        eventually(() -> assertThat(dm.texts()).hasSize(1));
        assertThat(dm.texts().get(0))
                .contains("Ada", reply.id(), "Who is this?")
                .doesNotContain("polite");
        assertThat(server.limits().invalidRequests()).isZero();
    }

    @Test
    void retry_byButton_swipesInPlace() {
        mentions("Good evening");
        DiscordServerMessage reply = reply();
        server.press(mina, reply, button(reply, "retry"));
        eventually(() -> assertThat(reply.text()).isEqualTo("Another day."));
        eventually(() -> assertThat(reply.customIds()).anyMatch(id -> id.startsWith("r/swipe/")));
        server.press(mina, reply, button(reply, "swipe"));
        eventually(() -> assertThat(reply.text()).isEqualTo("Good day.\n*bows*\nSit down."));
        assertThat(reply.pings()).isEmpty();
    }

    private static String button(DiscordServerMessage message, String command) {
        return message.customIds().stream()
                .filter(id -> id.startsWith("r/" + command + "/"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void undo_byButton_takenAway() {
        mentions("Good evening");
        DiscordServerMessage reply = reply();
        server.press(mina, reply, button(reply, "undo"));
        eventually(() -> assertThat(reply.deleted()).isTrue());
    }

    @Test
    void say_shownAndAnswered() {
        DiscordServerInteraction say = server.slash(mina, hall, "say", Map.of("text", "Good evening"));
        eventually(() -> assertThat(hall.texts()).contains("Good day.\n*bows*\nSit down."));
        assertThat(say.texts()).containsExactly("**Mina** Good evening");
    }
}
