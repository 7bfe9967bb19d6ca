package dramatis.console;

import dramatis.command.Answer;
import dramatis.command.Answer.Part;
import dramatis.command.CommandCall;
import dramatis.command.CommandDesk;
import dramatis.command.CommandSpec;
import dramatis.command.CommandSpec.Option;
import dramatis.command.TypedCommand;
import dramatis.message.Phrases;
import dramatis.message.Segment;
import dramatis.message.Utterance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Commands as they are typed, and their answers as they are shown. Safe for use by many threads. */
final class ConsoleCommands {
    /** What the console has always understood: a reset asks no question, and bare thoughts are looked at. */
    private static final Map<String, String> ALIASES = Map.of("/clear", "/reset sure", "/thoughts", "/thoughts peek");

    /** What was typed here is kept here too. */
    private static final Answer FORGOTTEN = Answer.say("privacy.deleted");

    private final Supplier<CommandDesk> desk;
    private final ConsoleOptions options;
    private final Face face;
    private final Turns turns;
    private final Phrases phrases;
    private final Questions questions;

    ConsoleCommands(Supplier<CommandDesk> desk, ConsoleOptions options, Face face, Turns turns) {
        this.desk = desk;
        this.options = options;
        this.face = face;
        this.turns = turns;
        this.phrases = Phrases.in(options.locale());
        this.questions = new Questions(face, turns, phrases);
    }

    /** Runs a line that begins with a slash, shows its answer, and says which turn it set going. */
    OptionalLong run(String line) {
        TypedCommand typed = TypedCommand.read(
                ALIASES.getOrDefault(line.strip(), line), desk.get().specs());
        Optional<CommandCall> call = leftOver(typed) ? Optional.empty() : withFile(call(typed, options));
        if (call.isEmpty()) {
            return OptionalLong.empty();
        }
        Answer answer = answer(call.get());
        if (typed.name().equals("help") && typed.options().isEmpty()) {
            help("clear", "console.clear");
            help("thoughts", "console.thoughts");
            help("quit", "console.quit");
        }
        return working(answer);
    }

    private void help(String own, String key) {
        show(new Shown(Look.ANSWER, phrases.text("help.line", own, phrases.text(key))));
    }

    /** Whether more was typed than the command takes, of which the person is told. */
    private boolean leftOver(TypedCommand typed) {
        Optional<CommandSpec> spec =
                desk.get().spec(typed.name()).filter(it -> !typed.left().isEmpty());
        spec.ifPresent(it -> {
            turns.failed();
            show(new Shown(Look.NOTICE, phrases.text("console.left", it.name(), typed.left(), it.usage())));
        });
        return spec.isPresent();
    }

    /** Reads the file whose path was typed for an option; empty, and the person is told, where it cannot be read. */
    private Optional<CommandCall> withFile(CommandCall call) {
        Optional<String> option = desk.get().spec(call.name()).stream()
                .flatMap(spec -> spec.options().stream())
                .filter(one -> one.kind() == Option.Kind.FILE)
                .map(Option::name)
                .filter(name -> call.option(name).isPresent())
                .findFirst();
        if (option.isEmpty()) {
            return Optional.of(call);
        }
        String path = call.required(option.get());
        Optional<CommandCall> read =
                new TypedFile(options.directory(), path).read().map(file -> call.with(option.get(), file));
        if (read.isEmpty()) {
            turns.failed();
            show(new Shown(Look.NOTICE, phrases.text("console.file.unreadable", path)));
        }
        return read;
    }

    /** Runs a call, and those that its answers ask for. */
    private Answer answer(CommandCall call) {
        Answer answer = desk.get().run(call);
        if (answer.refused()) {
            turns.failed();
            answer.parts().forEach(this::complain);
        } else {
            answer.parts().forEach(this::show);
        }
        if (answer.equals(FORGOTTEN)) {
            face.forget();
        }
        Optional<CommandCall> next = answer.parts().stream()
                .flatMap(part -> questions.next(part).stream())
                .findFirst();
        return next.map(this::answer).orElse(answer);
    }

    static CommandCall call(TypedCommand typed, ConsoleOptions options) {
        return new CommandCall(
                typed.name(),
                typed.options(),
                options.conversation(),
                ConsoleOptions.CALLER,
                options.userName(),
                options.locale());
    }

    private OptionalLong working(Answer answer) {
        OptionalLong turn = answer.parts().stream()
                .filter(Part.Working.class::isInstance)
                .mapToLong(part -> ((Part.Working) part).turnId())
                .max();
        turn.ifPresent(turns::asked);
        return turn;
    }

    private void complain(Part part) {
        if (part instanceof Part.Say say) {
            show(new Shown(Look.NOTICE, phrases.text(say.notice())));
        }
    }

    private void show(Part part) {
        if (part instanceof Part.Say say) {
            show(new Shown(Look.ANSWER, phrases.text(say.notice())));
        } else if (part instanceof Part.Verbatim verbatim) {
            show(new Shown(Look.VERBATIM, verbatim.text()));
        } else if (part instanceof Part.Said said) {
            show(said.utterance());
        } else if (part instanceof Part.Secret secret) {
            secret.hidden().forEach(hidden -> show(Stage.hidden(hidden, phrases)));
        } else if (part instanceof Part.File file) {
            show(keep(file));
        }
    }

    private void show(Utterance utterance) {
        face.apart();
        show(new Shown(Look.SPEAKER, utterance.name()));
        utterance.segments().stream()
                .filter(Segment.Visible.class::isInstance)
                .map(segment -> Shown.of((Segment.Visible) segment))
                .filter(shown -> !shown.text().isEmpty())
                .forEach(this::show);
    }

    private Shown keep(Part.File file) {
        try {
            Path written = FreshFile.write(
                    options.directory(),
                    file.attachment().name(),
                    file.attachment().content());
            return new Shown(Look.ANSWER, phrases.text("console.file.written", written));
        } catch (IOException e) {
            turns.failed();
            return new Shown(Look.NOTICE, phrases.text("console.file.failed", options.directory()));
        }
    }

    private void show(Shown shown) {
        face.show(List.of(shown));
    }
}
