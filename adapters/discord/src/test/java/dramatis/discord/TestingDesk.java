package dramatis.discord;

import dramatis.access.Authoriser;
import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.access.TestingAccessStore;
import dramatis.command.Answer;
import dramatis.command.Answer.Field;
import dramatis.command.Answer.Part;
import dramatis.command.Attachment;
import dramatis.command.Command;
import dramatis.command.CommandCall;
import dramatis.command.CommandDesk;
import dramatis.command.CommandSpec;
import dramatis.command.CommandSpec.Option;
import dramatis.message.Segment;
import dramatis.message.UserNotice;
import dramatis.message.UserRef;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A desk with a command for each kind of answer; keeps what was called. */
final class TestingDesk {
    private static final Rule MEMBER = Rule.atLeast(Role.MEMBER);

    private final List<CommandCall> calls = new CopyOnWriteArrayList<>();
    private final CommandDesk desk;

    TestingDesk(String ownerId) {
        Authoriser authoriser =
                new Authoriser(new TestingAccessStore(), Set.of(new UserRef(DiscordOptions.PLATFORM, ownerId)));
        desk = new CommandDesk(
                authoriser,
                List.of(
                        command(CommandSpec.told("ping", MEMBER), call -> Answer.say("ping.answer")),
                        command(
                                CommandSpec.shown("persona use", MEMBER, Option.line("name")),
                                call -> Answer.say("session.opened", call.required("name"))),
                        command(
                                CommandSpec.told(
                                        "persona create",
                                        MEMBER,
                                        Option.text("called").optional(),
                                        Option.text("description").optional()),
                                TestingDesk::make),
                        command(
                                CommandSpec.shown("reset", MEMBER, Option.flag("sure")),
                                call -> call.option("sure").isPresent()
                                        ? Answer.say("session.opened", "Dracula")
                                        : Answer.of(new Part.Confirm(
                                                UserNotice.of("reset.sure", "Dracula"), call.with("sure", "yes")))),
                        command(CommandSpec.shown("reset undo", MEMBER), call -> Answer.refuse("reset.none")),
                        command(
                                CommandSpec.told("persona list", MEMBER),
                                call -> Answer.of(new Part.Verbatim("a name_with*signs\n".repeat(200)))),
                        command(
                                CommandSpec.told("export", MEMBER),
                                call -> Answer.of(new Part.File(new Attachment("talk.md", new byte[] {1})))),
                        command(
                                CommandSpec.shown("thoughts peek", Rule.atLeast(Role.OWNER)),
                                call -> Answer.of(new Part.Secret(List.of(Segment.thought("He knows."))))),
                        command(
                                CommandSpec.shown("say", MEMBER, Option.text("text")),
                                call -> Answer.of(new Part.Working(7))),
                        command(CommandSpec.shown("retry", MEMBER), call -> Answer.of(new Part.Working(8))),
                        command(
                                CommandSpec.told("who", MEMBER, Option.message()),
                                call -> Answer.say("session.opened", "m" + call.required("message"))),
                        command(CommandSpec.shown("stop", MEMBER), call -> Answer.refuse("reply.outdated")),
                        command(CommandSpec.shown("undo", MEMBER), call -> Answer.refuse("undo.nothing")),
                        command(
                                CommandSpec.shown("manager add", Rule.atLeast(Role.ADMIN), Option.user("user")),
                                call -> Answer.say(
                                        "manager.added",
                                        new UserRef(DiscordOptions.PLATFORM, call.required("user"))))));
    }

    private static Answer make(CommandCall call) {
        return call.option("called").isPresent()
                ? Answer.say("session.opened", call.required("called"))
                : Answer.of(new Part.Form(
                        UserNotice.of("persona.create"),
                        List.of(
                                new Field("called", UserNotice.of("persona.field.called"), "", true, 64, false),
                                new Field(
                                        "description",
                                        UserNotice.of("persona.field.description"),
                                        "A count.",
                                        true,
                                        4000,
                                        true)),
                        call));
    }

    private Command command(CommandSpec spec, Function<CommandCall, Answer> answer) {
        return new Command() {
            @Override
            public CommandSpec spec() {
                return spec;
            }

            @Override
            public Answer run(CommandCall call) {
                calls.add(call);
                return answer.apply(call);
            }

            @Override
            public List<String> completions(CommandCall call, String option) {
                return List.of("dracula", "mina", "drusilla", "x".repeat(101));
            }
        };
    }

    CommandDesk desk() {
        return desk;
    }

    /** The calls that came through, in order. */
    List<CommandCall> calls() {
        return List.copyOf(calls);
    }
}
