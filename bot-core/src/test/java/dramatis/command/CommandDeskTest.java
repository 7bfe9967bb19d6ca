package dramatis.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dramatis.command.CommandSpec.Audience;
import dramatis.command.CommandSpec.Option;
import dramatis.message.ConversationRef;
import dramatis.message.Phrases;
import dramatis.message.UserRef;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandDeskTest {
    private final CommandDesk desk = new CommandDesk(List.of(new Echo(), new Broken()));

    @Test
    void run_allowed_isAnswered() {
        assertThat(desk.run(call("echo", Role.MANAGER, Map.of("text", "ho")))).isEqualTo(Answer.say("ho"));
    }

    @Test
    void run_lesserRole_isRefusedWithASentence() {
        Answer answer = desk.run(call("echo", Role.MEMBER, Map.of("text", "ho")));
        assertThat(answer).isEqualTo(Answer.say("command.forbidden", "echo", Role.MANAGER));
        assertThat(text(answer)).isEqualTo("/echo is for the role MANAGER and above.");
    }

    @Test
    void run_optionMissing_isRefusedWithItsName() {
        assertThat(text(desk.run(call("echo", Role.OWNER, Map.of()))))
                .isEqualTo("/echo needs text: type it after the command.");
    }

    @Test
    void run_unknown_namesTheWayToHelp() {
        assertThat(text(desk.run(call("nothing", Role.OWNER, Map.of()))))
                .isEqualTo("There is no command /nothing. /help lists them all.");
    }

    @Test
    void run_commandThrows_isAnsweredAllTheSame() {
        assertThat(desk.run(call("broken", Role.MEMBER, Map.of()))).isEqualTo(Answer.say("command.failed", "broken"));
    }

    @Test
    void run_help_showsWhatTheRoleMayUse() {
        assertThat(desk.run(call("help", Role.MEMBER, Map.of())).parts()).hasSize(2);
        assertThat(desk.run(call("help", Role.MANAGER, Map.of())).parts()).hasSize(3);
    }

    @Test
    void desk_twoCommandsOfOneName_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CommandDesk(List.of(new Echo(), new Echo())));
    }

    private static String text(Answer answer) {
        return Phrases.in(Locale.ENGLISH).text(((Answer.Part.Say) answer.parts().get(0)).notice());
    }

    private static CommandCall call(String name, Role role, Map<String, String> options) {
        return new CommandCall(
                name,
                options,
                new ConversationRef("testing", "hall", ""),
                new UserRef("testing", "bo"),
                "Bo",
                role,
                Locale.ENGLISH);
    }

    private static final class Echo implements Command {
        @Override
        public CommandSpec spec() {
            return new CommandSpec("echo", Role.MANAGER, Audience.CALLER, List.of(new Option("text", true)));
        }

        @Override
        public Answer run(CommandCall call) {
            return Answer.say(call.option("text").orElseThrow());
        }
    }

    private static final class Broken implements Command {
        @Override
        public CommandSpec spec() {
            return new CommandSpec("broken", Role.MEMBER, Audience.CALLER, List.of());
        }

        @Override
        public Answer run(CommandCall call) {
            throw new IllegalStateException("meant to be logged");
        }
    }
}
