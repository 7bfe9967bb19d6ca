package dramatis.telegram;

import dramatis.command.Answer;
import dramatis.command.CommandCall;
import dramatis.command.CommandDesk;
import dramatis.command.CommandSpec;
import dramatis.command.CommandSpec.Option;
import dramatis.command.TypedCommand;
import dramatis.message.UserNotice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Runs what people ask for with commands, asks them for what lacks, and has it answered. Safe for use by many threads. */
final class Commands {
    private final Supplier<CommandDesk> desk;
    private final Admins admins;
    private final People people;
    private final Asking asking;
    private final Answering answering;
    private final Documents documents;
    private final Deleting deleting;
    private final Order answers;

    Commands(
            Supplier<CommandDesk> desk,
            Admins admins,
            People people,
            Asking asking,
            Answering answering,
            Documents documents,
            Deleting deleting,
            Order answers) {
        this.desk = desk;
        this.admins = admins;
        this.people = people;
        this.asking = asking;
        this.answering = answering;
        this.documents = documents;
        this.deleting = deleting;
        this.answers = answers;
    }

    /** Whether there is such a command. */
    boolean has(Written written) {
        return desk.get().spec(written.typed(desk.get().specs()).name()).isPresent();
    }

    /** Runs what was written, or asks for more. */
    void run(Reading reading, Written written, Me me) {
        Asker asker = Asker.of(reading);
        TypedCommand typed = mentioned(reading, written).typed(desk.get().specs());
        Optional<CommandSpec> spec = desk.get().spec(typed.name());
        if (spec.isEmpty()) {
            run(asker, asker.call(typed.name(), admins), me);
            return;
        }
        if (!typed.left().isEmpty()) {
            UserNotice why = UserNotice.of(
                    "telegram.too-much",
                    spec.get().name(),
                    typed.left(),
                    spec.get().usage());
            answers.put(asker.spot().chat(), () -> answering.say(asker, why));
            return;
        }
        try {
            CommandCall call = whole(reading, asker.call(spec.get(), typed.options(), admins), spec.get(), me);
            List<Question> questions = lacking(asker, spec.get(), call);
            if (questions.isEmpty()) {
                show(asker, call, answer(reading, asker, call, me), me);
            } else {
                answers.put(asker.spot().chat(), () -> asking.begin(asker, asker.spot(), call, questions));
            }
        } catch (NotUsableException e) {
            answers.put(asker.spot().chat(), () -> answering.say(asker, e.notice()));
        }
    }

    private Answer answer(Reading reading, Asker asker, CommandCall call, Me me) {
        return call.name().equals("delete")
                ? deleting.run(desk.get(), call, asker, meant(reading, me))
                : desk.get().run(call);
    }

    /** The message of the bot's that a command answers. */
    private static Optional<Message> meant(Reading reading, Me me) {
        return reading.answered()
                .filter(message ->
                        message.getFrom() != null && message.getFrom().getId() == me.id());
    }

    /** Runs a call, and has its answer shown. */
    void run(Asker asker, CommandCall call, Me me) {
        show(asker, call, desk.get().run(call), me);
    }

    private void show(Asker asker, CommandCall call, Answer answer, Me me) {
        answers.put(
                asker.spot().chat(),
                () -> answering.show(
                        asker, Answering.audience(desk.get().spec(call.name())), call, answer, Optional.of(me)));
    }

    /** With the ids of people in the place of names that are no usernames. */
    private static Written mentioned(Reading reading, Written written) {
        String rest = written.rest();
        for (MessageEntity entity : reading.entities()) {
            if (entity.getType().equals("text_mention") && entity.getUser() != null) {
                rest = rest.replace(
                        reading.part(entity), Long.toString(entity.getUser().getId()));
            }
        }
        return new Written(written.word(), written.bot(), rest);
    }

    /** With people's ids, with the message that it answers, and with the file that was sent. */
    private CommandCall whole(Reading reading, CommandCall typed, CommandSpec spec, Me me) {
        CommandCall call = typed;
        for (Option option : spec.options()) {
            if (option.kind() == Option.Kind.USER) {
                call = withPerson(reading, call, option);
            } else if (option.kind() == Option.Kind.MESSAGE) {
                CommandCall without = call;
                call = meant(reading, me)
                        .map(message -> without.with(option.name(), Integer.toString(message.getMessageId())))
                        .orElse(call);
            } else if (option.kind() == Option.Kind.FILE
                    && call.file(option.name()).isEmpty()) {
                CommandCall without = call;
                call = Documents.of(reading)
                        .map(documents::fetch)
                        .map(file -> without.with(option.name(), file))
                        .orElse(call);
            }
        }
        return call;
    }

    /** Whom the text names, or whose message it answers. */
    private CommandCall withPerson(Reading reading, CommandCall call, Option option) {
        Optional<String> given = call.option(option.name());
        if (given.isPresent()) {
            String name = given.get();
            return people.id(name)
                    .map(id -> call.with(option.name(), id))
                    .orElseThrow(() -> new NotUsableException(UserNotice.of("telegram.person.unknown", name)));
        }
        return reading.answered()
                .map(Message::getFrom)
                .map(User::getId)
                .map(id -> call.with(option.name(), Long.toString(id)))
                .orElse(call);
    }

    /** What must be asked for; nothing where the desk will say no anyway. */
    private List<Question> lacking(Asker asker, CommandSpec spec, CommandCall call) {
        List<Option> missing = spec.options().stream()
                .filter(Option::required)
                .filter(option -> !Question.given(call, option))
                .toList();
        if (missing.isEmpty() || !desk.get().specs(asker.caller(admins, false)).contains(spec)) {
            return List.of();
        }
        return missing.stream()
                .map(option -> Question.of(spec, option, desk.get().completions(call, option.name())))
                .toList();
    }

    /** Runs a command by its name. */
    Answer answer(Asker asker, String name, Map<String, String> options) {
        return desk.get()
                .spec(name)
                .map(spec -> desk.get().run(asker.call(spec, new LinkedHashMap<>(options), admins)))
                .orElseGet(() -> Answer.say("command.unknown", name));
    }

    CommandDesk desk() {
        return desk.get();
    }
}
