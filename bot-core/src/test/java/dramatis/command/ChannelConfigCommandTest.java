package dramatis.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dramatis.access.AuditEntry;
import dramatis.access.Caller;
import dramatis.access.Role;
import dramatis.address.ChannelSettings;
import dramatis.address.Listen;
import dramatis.address.Scope;
import dramatis.address.Triggers;
import dramatis.message.ConversationRef;
import dramatis.platform.TestingAdapter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChannelConfigCommandTest {
    private static final ConversationRef THREAD =
            new ConversationRef(TestingAdapter.HALL.platform(), TestingAdapter.HALL.chatId(), "thread");

    private final Hall hall = new Hall();
    private final Caller admin = hall.caller("di", Role.ADMIN);

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void alone_nothingChosen_showsTheDefault() {
        assertThat(Hall.told(hall.run(admin, "channel config")))
                .containsExactly(
                        "By default, since nothing was chosen here:",
                        "trigger: mention,reply,name",
                        "scope: thread",
                        "listen: all",
                        "cooldown: 0s",
                        "bot-turns: 3",
                        "streaming: on");
        assertThat(hall.channels.find(TestingAdapter.HALL)).isEmpty();
        assertThat(hall.access.audited(Hall.GUILD, 9)).isEmpty();
    }

    @Test
    void options_given_areChangedAndNoOthers() {
        hall.run(admin, "channel config", "trigger", "chance=0.2, mention", "bot-turns", "0");
        assertThat(Hall.told(hall.run(
                        admin,
                        "channel config",
                        "scope",
                        "User",
                        "listen",
                        "addressed",
                        "cooldown",
                        "90",
                        "streaming",
                        "off")))
                .containsExactly(
                        "As chosen here:",
                        "trigger: mention,chance=0.2",
                        "scope: user",
                        "listen: addressed",
                        "cooldown: 90s",
                        "bot-turns: 0",
                        "streaming: off");
        assertThat(hall.channels.find(TestingAdapter.HALL))
                .contains(new ChannelSettings(
                        Triggers.parse("mention,chance=0.2"),
                        Scope.USER,
                        Listen.ADDRESSED,
                        Duration.ofSeconds(90),
                        0,
                        false));
        assertThat(hall.access.audited(Hall.GUILD, 2))
                .extracting(AuditEntry::what, AuditEntry::subject)
                .containsExactly(
                        tuple("channel config", "scope=user listen=addressed cooldown=90s streaming=off"),
                        tuple("channel config", "trigger=mention,chance=0.2 bot-turns=0"));
    }

    @Test
    void option_thatCannotBe_isRefusedAndNothingChanges() {
        assertThat(refusal("trigger", "shout")).startsWith("There is no trigger \"shout\"");
        assertThat(refusal("scope", "guild"))
                .isEqualTo("\"guild\" is nothing that scope can be: name one of thread, channel, user.");
        assertThat(refusal("listen", "x")).contains("all, addressed");
        assertThat(refusal("streaming", "perhaps")).contains("on, off");
        assertThat(refusal("cooldown", "a while"))
                .isEqualTo("\"a while\" is no time: write a number and s, m or h, such as 30s.");
        assertThat(refusal("cooldown", "25h")).isEqualTo("The cooldown must be from nothing to 24 hours.");
        assertThat(refusal("bot-turns", "many")).contains("from 0 to 100");
        assertThat(refusal("bot-turns", "999999")).contains("from 0 to 100");
        assertThat(hall.channels.find(TestingAdapter.HALL)).isEmpty();
        assertThat(hall.access.audited(Hall.GUILD, 9)).isEmpty();
    }

    private String refusal(String option, String value) {
        return Hall.told(hall.run(admin, "channel config", "streaming", "off", option, value))
                .get(0);
    }

    @Test
    void thread_nothingChosen_hasItsChannels() {
        hall.run(admin, "channel config", "scope", "channel");
        assertThat(Hall.told(inThread(Map.of())))
                .startsWith("As chosen for the channel that this belongs to:")
                .contains("scope: channel");

        assertThat(Hall.told(inThread(Map.of("cooldown", "5m"))))
                .startsWith("As chosen here:")
                .contains("scope: channel", "cooldown: 5m");
        assertThat(Hall.told(inThread(Map.of("reset", "yes", "listen", "addressed"))))
                .startsWith("As chosen here:")
                .contains("scope: channel", "cooldown: 0s", "listen: addressed");
        assertThat(Hall.told(inThread(Map.of("reset", "yes"))))
                .startsWith("As chosen for the channel that this belongs to:");
    }

    @Test
    void reset_channel_goesBackToTheDefault() {
        hall.run(admin, "channel config", "scope", "channel");

        assertThat(Hall.told(hall.run(admin, "channel config", "reset", "yes")))
                .startsWith("By default, since nothing was chosen here:")
                .contains("scope: thread");
        assertThat(hall.access.audited(Hall.GUILD, 1))
                .extracting(AuditEntry::subject)
                .containsExactly("reset");
    }

    @Test
    void completions_option_areItsWords() {
        assertThat(hall.desk().completions(hall.call(admin, "channel config"), "scope"))
                .containsExactly("thread", "channel", "user");
        assertThat(hall.desk().completions(hall.call(admin, "channel config"), "reset"))
                .isEmpty();
    }

    private Answer inThread(Map<String, String> options) {
        CommandCall call = hall.call(admin, "channel config");
        return hall.desk().run(new CommandCall(call.name(), options, THREAD, admin, "di", call.locale()));
    }
}
