package dramatis.discord;

import static dramatis.discord.TestingDiscord.delivery;
import static dramatis.discord.TestingDiscord.eventually;
import static dramatis.discord.TestingDiscord.ref;
import static org.assertj.core.api.Assertions.assertThat;

import dramatis.command.CommandCall;
import dramatis.message.Segment;
import dramatis.platform.ReplyControls;
import dramatis.platform.ReplyControls.Shown;
import dramatis.testkit.DiscordServerFault.Kind;
import dramatis.testkit.DiscordServerInteraction;
import dramatis.testkit.DiscordServerMember;
import dramatis.testkit.DiscordServerMessage;
import dramatis.testkit.DiscordServerPermission;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InteractionsTest {
    private static final String CALLBACK = "POST /interactions/{interaction}/{token}/callback";

    private final TestingDiscord discord = new TestingDiscord();

    @BeforeEach
    void start() {
        discord.start();
        eventually(() -> assertThat(discord.server.commandNames(discord.guild)).contains("persona"));
    }

    @AfterEach
    void close() {
        discord.close();
    }

    private DiscordServerInteraction asks(String words, Map<String, ?> options) {
        return asks(discord.mina, words, options);
    }

    private DiscordServerInteraction asks(DiscordServerMember who, String words, Map<String, ?> options) {
        return discord.server.slash(who, discord.hall, words, options);
    }

    @Test
    void commands_restart_registeredOnce() {
        discord.restart();
        eventually(() -> assertThat(discord.server.requests("GET /applications/{application}/commands"))
                .hasSize(2));
        DiscordServerInteraction ping = asks("ping", Map.of());
        eventually(() -> assertThat(ping.texts()).containsExactly("Here I am."));
        assertThat(discord.server.requests("PUT /applications/{application}/commands"))
                .hasSize(1);
    }

    @Test
    void slash_forCaller_deferredEphemerally() {
        DiscordServerInteraction ping = asks("ping", Map.of());
        eventually(() -> assertThat(ping.texts()).containsExactly("Here I am."));
        assertThat(ping.deferred()).isTrue();
        assertThat(ping.answers().get(0).ephemeral()).isTrue();
    }

    @Test
    void slash_forEverybody_shown() {
        DiscordServerInteraction use = asks("persona use", Map.of("name", "dra*cula"));
        eventually(() -> assertThat(use.texts()).containsExactly("dra\\*cula is here."));
        assertThat(use.answers().get(0).ephemeral()).isFalse();
        CommandCall call = discord.desk.calls().get(0);
        assertThat(call.name()).isEqualTo("persona use");
        assertThat(call.userName()).isEqualTo("Mina");
        assertThat(call.conversation()).isEqualTo(ref(discord.hall));
        assertThat(call.caller().place().id()).isEqualTo(discord.guild.id());
        assertThat(call.caller().rights().admin()).isFalse();
    }

    @Test
    void slash_callbackLost_answeredOnce() {
        discord.server.faults().next(CALLBACK, Kind.DROP_AFTER);
        DiscordServerInteraction ping = asks("ping", Map.of());
        eventually(() -> assertThat(ping.texts()).containsExactly("Here I am."));
        assertThat(discord.desk.calls()).hasSize(1);
    }

    @Test
    void slash_refusedInPublic_toldInPrivate() {
        DiscordServerInteraction undo = asks("undo", Map.of());
        eventually(() -> assertThat(undo.texts()).containsExactly("There is nothing to take back."));
        assertThat(undo.answers()).hasSize(1);
        assertThat(undo.answers().get(0).ephemeral()).isTrue();
    }

    @Test
    void slash_adminsOnly_byManageServer() {
        DiscordServerInteraction refused = asks("manager add", Map.of("user", discord.lucy));
        eventually(() -> assertThat(refused.texts()).containsExactly("/manager add is for admins."));
        discord.mina.with(discord.guild.role("boss", DiscordServerPermission.MANAGE_GUILD));
        DiscordServerInteraction added = asks("manager add", Map.of("user", discord.lucy));
        eventually(() -> assertThat(added.texts()).containsExactly("<@" + discord.lucy.id() + "> is a manager here."));
        assertThat(added.answers().get(0).pings()).isEmpty();
    }

    @Test
    void slash_longAnswer_split() {
        DiscordServerInteraction list = asks("persona list", Map.of());
        eventually(() -> assertThat(list.texts()).hasSize(2));
        assertThat(String.join("", list.texts()).replace("\n", "")).isEqualTo("a name\\_with\\*signs".repeat(200));
    }

    @Test
    void slash_file_attached() {
        DiscordServerInteraction export = asks("export", Map.of());
        eventually(
                () -> assertThat(export.answers()).anyMatch(one -> one.details().contains("talk.md")));
    }

    @Test
    void slash_secret_forItsReaderAlone() {
        DiscordServerInteraction thoughts = asks(discord.guild.owner(), "thoughts peek", Map.of());
        eventually(() -> assertThat(thoughts.texts()).containsExactly("He knows."));
        assertThat(thoughts.answers()).hasSize(1);
        assertThat(thoughts.answers().get(0).ephemeral()).isTrue();
        DiscordServerInteraction refused = asks("thoughts peek", Map.of());
        eventually(() -> assertThat(refused.texts()).containsExactly("/thoughts peek is for the bot's owner."));
    }

    @Test
    void slash_working_leavesNothing() {
        DiscordServerInteraction retry = asks("retry", Map.of());
        eventually(() -> assertThat(discord.desk.calls()).hasSize(1));
        eventually(() -> assertThat(retry.answers()).isEmpty());
    }

    @Test
    void say_lineShown() {
        DiscordServerInteraction say = asks("say", Map.of("text", "Good *evening*"));
        eventually(() -> assertThat(say.texts()).containsExactly("**Mina** Good \\*evening\\*"));
        assertThat(say.answers().get(0).ephemeral()).isFalse();
    }

    @Test
    void form_openedFirst_thenFilledIn() {
        DiscordServerInteraction create = asks("persona create", Map.of());
        eventually(() -> assertThat(create.modal()).isPresent());
        assertThat(create.modalFields()).containsExactly("called", "description");
        DiscordServerInteraction filled =
                discord.server.submit(discord.mina, create, Map.of("called", "Wren", "description", "A bird."));
        eventually(() -> assertThat(filled.texts()).containsExactly("Wren is here."));
        assertThat(filled.answers().get(0).ephemeral()).isTrue();
        assertThat(discord.desk.calls().get(1).options()).containsEntry("description", "A bird.");
    }

    @Test
    void form_afterRestart_outdated() {
        DiscordServerInteraction create = asks("persona create", Map.of());
        eventually(() -> assertThat(create.modal()).isPresent());
        discord.restart();
        DiscordServerInteraction filled = discord.server.submit(discord.mina, create, Map.of("called", "Wren"));
        eventually(
                () -> assertThat(filled.texts()).containsExactly("This is too old to be answered. Ask for it again."));
    }

    @Test
    void confirm_yes_done() {
        DiscordServerMessage question = question();
        discord.server.press(discord.mina, question, question.customIds().get(0));
        eventually(() -> assertThat(question.text()).isEqualTo("Dracula is here."));
        assertThat(question.customIds()).isEmpty();
    }

    @Test
    void confirm_no_left() {
        DiscordServerMessage question = question();
        discord.server.press(discord.mina, question, question.customIds().get(1));
        eventually(() -> assertThat(question.text()).isEqualTo("Left as it was."));
        assertThat(discord.desk.calls()).hasSize(1);
    }

    @Test
    void confirm_pressedByAnother_notDone() {
        DiscordServerMessage question = question();
        DiscordServerInteraction pressed = discord.server.press(
                discord.lucy, question, question.customIds().get(0));
        eventually(() -> assertThat(pressed.texts()).containsExactly("Somebody else was asked."));
        assertThat(discord.desk.calls()).hasSize(1);
    }

    private DiscordServerMessage question() {
        DiscordServerInteraction reset = asks("reset", Map.of());
        eventually(() -> assertThat(reset.texts()).hasSize(1));
        return reset.answers().get(0);
    }

    @Test
    void autocomplete_narrowedDown() {
        DiscordServerInteraction typed =
                discord.server.autocomplete(discord.mina, discord.hall, "persona use", "name", "dr");
        eventually(() -> assertThat(typed.choices()).containsExactly("dracula", "drusilla"));
    }

    @Test
    void messageMenu_runsItsCommand() {
        List<String> ids = discord.posted(delivery(1, ref(discord.hall), Segment.speech("Hello.")));
        DiscordServerInteraction asked =
                discord.server.menu(discord.mina, discord.message(discord.hall, ids.get(0)), "Who made this?");
        eventually(() -> assertThat(asked.texts()).containsExactly("m" + ids.get(0) + " is here."));
    }

    @Test
    void button_ofEarlierReply_toldAndTakenAway() {
        List<String> ids = discord.posted(delivery(1, ref(discord.hall), Segment.speech("Hello.")));
        ((ReplyControls) discord.adapter().outbound()).offer(ref(discord.hall), new Shown(12, ids, 0, 1));
        DiscordServerMessage reply = discord.message(discord.hall, ids.get(0));
        DiscordServerInteraction pressed = discord.server.press(discord.mina, reply, "r/stop/12/");
        eventually(() -> assertThat(pressed.texts()).hasSize(1));
        assertThat(reply.customIds()).isEmpty();
        assertThat(reply.text()).isEqualTo("Hello.");
    }

    @Test
    void button_afterRestart_runsItsCommand() {
        List<String> ids = discord.posted(delivery(1, ref(discord.hall), Segment.speech("Hello.")));
        ((ReplyControls) discord.adapter().outbound()).offer(ref(discord.hall), new Shown(12, ids, 0, 1));
        discord.restart();
        DiscordServerMessage reply = discord.message(discord.hall, ids.get(0));
        DiscordServerInteraction pressed = discord.server.press(discord.mina, reply, "r/undo/12/");
        eventually(() -> assertThat(pressed.texts()).containsExactly("There is nothing to take back."));
        assertThat(pressed.callback()).hasValue(6);
        assertThat(discord.desk.calls().get(0).options()).containsEntry("reply", "12");
        assertThat(reply.text()).isEqualTo("Hello.");
    }
}
