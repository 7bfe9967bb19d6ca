package dramatis.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dramatis.access.AccessStore;
import dramatis.access.Authoriser;
import dramatis.access.Caller;
import dramatis.access.Grant;
import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.access.TestingAccessStore;
import dramatis.command.CommandSpec.Option;
import dramatis.message.ConversationRef;
import dramatis.message.Phrases;
import dramatis.message.Place;
import dramatis.message.UserNotice;
import dramatis.message.UserRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandDeskTest {
    private static final Place HALL = new Place("testing", "hall");
    private static final UserRef BO = new UserRef("testing", "bo");
    private static final UserRef OWNER = new UserRef("testing", "owner");

    private final AccessStore store = new TestingAccessStore();
    private final Authoriser authoriser = new Authoriser(store, Set.of(OWNER));
    private final List<String> told = new ArrayList<>();
    private final CommandDesk desk =
            new CommandDesk(authoriser, List.of(new Echo(), new Broken(), new Mine()), new CommandMeter() {
                @Override
                public void ran(String name, Outcome outcome) {
                    told.add(name + " " + outcome);
                }
            });

    @Test
    void run_allowed_isAnswered() {
        assertThat(desk.run(call("echo", Role.MANAGER, Map.of("text", "ho")))).isEqualTo(Answer.say("ho"));
    }

    @Test
    void run_lesserRole_isRefusedWithASentence() {
        Answer answer = desk.run(call("echo", Role.MEMBER, Map.of("text", "ho")));
        assertThat(text(answer)).isEqualTo("/echo is for managers and admins.");
    }

    @Test
    void run_lesserRole_mayWhereItIsTheirOwn() {
        assertThat(desk.run(call("mine", Role.MEMBER, Map.of("of", "bo")))).isEqualTo(Answer.say("yours"));
        assertThat(text(desk.run(call("mine", Role.MEMBER, Map.of("of", "ada")))))
                .isEqualTo("/mine is for admins, or for those whose own it is.");
        assertThat(desk.run(call("mine", Role.ADMIN, Map.of("of", "ada")))).isEqualTo(Answer.say("yours"));
    }

    @Test
    void run_blocked_mayNothing() {
        assertThat(text(desk.run(call("help", Role.BLOCKED, Map.of())))).isEqualTo("You are blocked here.");
        assertThat(desk.completions(call("mine", Role.BLOCKED, Map.of()), "of")).isEmpty();
    }

    @Test
    void run_optionTooLong_isRefusedWithItsLength() {
        assertThat(text(desk.run(call("echo", Role.OWNER, Map.of("text", "x".repeat(201))))))
                .isEqualTo("text is 201 characters long, and at most 200 are taken. Say it shorter.");
    }

    @Test
    void run_optionMissing_isRefusedWithItsName() {
        assertThat(desk.run(call("echo", Role.OWNER, Map.of())))
                .isEqualTo(Answer.refuse("command.option.missing", "echo", "text", UserNotice.of("command.echo.text")));
    }

    @Test
    void run_unknown_namesTheWayToHelp() {
        assertThat(text(desk.run(call("nothing", Role.OWNER, Map.of()))))
                .isEqualTo("There is no command /nothing. /help lists them all.");
    }

    @Test
    void run_misspelt_namesWhatWasMeant() {
        assertThat(text(desk.run(call("ehco", Role.MEMBER, Map.of()))))
                .as("which only managers have")
                .isEqualTo("There is no command /ehco. /help lists them all.");
        assertThat(text(desk.run(call("ehco", Role.MANAGER, Map.of()))))
                .isEqualTo("There is no command /ehco. Did you mean /echo?");
        assertThat(text(desk.run(call("x".repeat(100_000), Role.OWNER, Map.of()))))
                .startsWith("There is no command");
        assertThat(text(desk.run(call("", Role.OWNER, Map.of()))))
                .isEqualTo("There is no command /. /help lists them all.");
    }

    @Test
    void run_nameOfAGroup_listsWhatIsInIt() {
        try (Hall hall = new Hall()) {
            assertThat(Hall.told(hall.run(hall.caller("bo", Role.MEMBER), "me")))
                    .containsExactly(
                            "/me goes on with one of these:",
                            "/me set [name] [description=\u2026] \u2013 Tell the characters who you are.",
                            "/me show \u2013 Show who you are to the characters.",
                            "/me clear [sure] \u2013 Forget who you are to the characters.");
            assertThat(Hall.told(hall.run(hall.caller("bo", Role.MEMBER), "persona")))
                    .hasSizeGreaterThan(5)
                    .noneMatch(line -> line.startsWith("/persona use"));
            assertThat(Hall.told(hall.run(hall.caller("bo", Role.MEMBER), "persona creat")))
                    .containsExactly("There is no command /persona creat. Did you mean /persona create?");
            assertThat(Hall.told(hall.run(hall.caller("bo", Role.MEMBER), "manager")))
                    .containsExactly("There is no command /manager. /help lists them all.");
        }
    }

    @Test
    void run_commandThrows_isAnsweredAllTheSame() {
        assertThat(desk.run(call("broken", Role.MEMBER, Map.of())))
                .isEqualTo(Answer.refuse("command.failed", "broken"));
    }

    @Test
    void run_any_isToldWithItsOutcomeAndNothingThatWasTyped() {
        desk.run(call("echo", Role.MANAGER, Map.of("text", "ho")));
        desk.run(call("echo", Role.OWNER, Map.of()));
        desk.run(call("echo", Role.BLOCKED, Map.of("text", "ho")));
        desk.run(call("secret words", Role.OWNER, Map.of()));
        desk.run(call("broken", Role.OWNER, Map.of()));
        assertThat(told).containsExactly("echo DONE", "echo WRONG", "echo REFUSED", "unknown UNKNOWN", "broken FAILED");
    }

    @Test
    void run_help_showsWhatTheRoleMayUse() {
        assertThat(desk.run(call("help", Role.MEMBER, Map.of())).parts()).hasSize(3);
        assertThat(desk.run(call("help", Role.MANAGER, Map.of())).parts()).hasSize(4);
    }

    @Test
    void desk_twoCommandsOfOneName_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CommandDesk(authoriser, List.of(new Echo(), new Echo())));
    }

    private static String text(Answer answer) {
        return Phrases.in(Locale.ENGLISH).text(((Answer.Part.Say) answer.parts().get(0)).notice());
    }

    private CommandCall call(String name, Role role, Map<String, String> options) {
        if (role == Role.MANAGER || role == Role.BLOCKED) {
            store.put(HALL, new Grant(BO, role, OWNER, Instant.EPOCH));
        }
        Caller caller = new Caller(role == Role.OWNER ? OWNER : BO, HALL, false, () -> role == Role.ADMIN);
        return new CommandCall(name, options, new ConversationRef("testing", "hall", ""), caller, "Bo", Locale.ENGLISH);
    }

    private static final class Mine implements Command {
        @Override
        public CommandSpec spec() {
            return CommandSpec.told("mine", Rule.ownOr(Role.ADMIN), Option.line("of"));
        }

        @Override
        public boolean own(CommandCall call) {
            return call.required("of").equals(call.user().userId());
        }

        @Override
        public Answer run(CommandCall call) {
            return Answer.say("yours");
        }

        @Override
        public List<String> completions(CommandCall call, String option) {
            return List.of("bo", "ada");
        }
    }

    private static final class Echo implements Command {
        @Override
        public CommandSpec spec() {
            return CommandSpec.told("echo", Rule.atLeast(Role.MANAGER), Option.line("text"));
        }

        @Override
        public Answer run(CommandCall call) {
            return Answer.say(call.option("text").orElseThrow());
        }
    }

    private static final class Broken implements Command {
        @Override
        public CommandSpec spec() {
            return CommandSpec.told("broken", Rule.atLeast(Role.MEMBER));
        }

        @Override
        public Answer run(CommandCall call) {
            throw new IllegalStateException("meant to be logged");
        }
    }
}
