package dramatis.console;

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
import dramatis.message.Speaker;
import dramatis.message.UserNotice;
import dramatis.message.Utterance;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** A desk with a few commands that answer each kind of part. */
final class TestingDesk {
    private TestingDesk() {}

    static CommandDesk over(TestingCore core) {
        return new CommandDesk(
                new Authoriser(new TestingAccessStore(), Set.of()),
                List.of(
                        command("stop", List.of(), call -> {
                            core.stopped.set(true);
                            core.letGo();
                            return Answer.nothing();
                        }),
                        command("retry", List.of(), call -> {
                            long turnId = core.play(Optional.empty(), "again");
                            return Answer.of(new Part.Working(turnId));
                        }),
                        command("swipe", List.of(), call -> {
                            core.playAgain(1, "the first");
                            return Answer.of(new Part.Verbatim("version 1"), new Part.Working(1));
                        }),
                        command(
                                "history",
                                List.of(),
                                call -> Answer.of(said("Mary", "Hello."), said("Elizabeth", "Good day."))),
                        command("thoughts peek", List.of(), call -> Answer.of(secret("He must not know."))),
                        command(
                                "export",
                                List.of(),
                                call -> Answer.of(new Part.File(Attachment.text("log.txt", "the log\n")))),
                        taking("persona import", call -> {
                            Attachment file = call.file("file").orElseThrow();
                            String text = new String(file.content(), StandardCharsets.UTF_8);
                            return Answer.of(new Part.Verbatim(file.name() + " has " + text));
                        }),
                        command(
                                CommandSpec.told(
                                        "persona export",
                                        Rule.atLeast(Role.MEMBER),
                                        Option.line("name"),
                                        Option.line("format").optional(),
                                        Option.flag("sure")),
                                call -> Answer.of(new Part.Verbatim("export " + new TreeMap<>(call.options())))),
                        command("persona create", List.of(), TestingDesk::make),
                        command("persona delete", List.of(), TestingDesk::drop),
                        command("privacy delete", List.of(), call -> Answer.say("privacy.deleted")),
                        command("prompt", List.of(), call -> Answer.of(new Part.Verbatim("one\n\n  two"))),
                        command(
                                "persona list",
                                List.of(),
                                call -> Answer.of(new Part.Verbatim("biscuit\nelizabeth-bennet"))),
                        command(
                                "persona use",
                                List.of("persona"),
                                call -> call.required("persona").equals("nobody")
                                        ? Answer.refuse("persona.unknown", "nobody")
                                        : Answer.of(new Part.Verbatim("use " + call.options())))));
    }

    private static Answer make(CommandCall call) {
        List<Field> fields = List.of(
                new Field("called", UserNotice.of("persona.field.called"), "", true, 64, false),
                new Field("scene", UserNotice.of("persona.field.scene"), "A hedge.", false, 64, true));
        return call.options().isEmpty()
                ? Answer.of(new Part.Form(UserNotice.of("persona.create"), fields, call))
                : Answer.of(new Part.Verbatim("made " + new TreeMap<>(call.options())));
    }

    private static Answer drop(CommandCall call) {
        return call.options().isEmpty()
                ? Answer.of(new Part.Confirm(UserNotice.of("persona.delete.sure", "Wren"), call.with("sure", "yes")))
                : Answer.of(new Part.Verbatim("dropped"));
    }

    private static Part said(String name, String text) {
        List<Segment> segments = List.of(Segment.thought("never shown"), Segment.action("bows"), Segment.speech(text));
        return new Part.Said(new Utterance(1, Speaker.character("x"), name, segments, Instant.EPOCH));
    }

    private static Part secret(String text) {
        return new Part.Secret(List.of(Segment.thought(text)));
    }

    private static Command command(String name, List<String> options, Function<CommandCall, Answer> answer) {
        Option[] given = options.stream().map(Option::line).toArray(Option[]::new);
        return command(CommandSpec.told(name, Rule.atLeast(Role.MEMBER), given), answer);
    }

    private static Command taking(String name, Function<CommandCall, Answer> answer) {
        return command(CommandSpec.told(name, Rule.atLeast(Role.MEMBER), Option.file("file")), answer);
    }

    private static Command command(CommandSpec spec, Function<CommandCall, Answer> answer) {
        return new Command() {
            @Override
            public CommandSpec spec() {
                return spec;
            }

            @Override
            public Answer run(CommandCall call) {
                return answer.apply(call);
            }

            @Override
            public List<String> completions(CommandCall call, String option) {
                return option.equals("file")
                        ? List.of()
                        : Arrays.asList("biscuit", "elizabeth-bennet", "ebenezer-scrooge");
            }
        };
    }
}
