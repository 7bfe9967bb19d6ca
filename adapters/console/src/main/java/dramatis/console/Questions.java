package dramatis.console;

import static java.util.Objects.requireNonNull;

import dramatis.command.Answer.Field;
import dramatis.command.Answer.Part;
import dramatis.command.CommandCall;
import dramatis.message.Phrases;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Forms and confirmations, line by line. Reads, so it is for the thread that reads alone. */
final class Questions {
    private static final Set<String> YES = Set.of("y", "yes", "是", "好");

    private final Face face;
    private final Turns turns;
    private final Phrases phrases;

    /** @param turns is told where nobody answers, because the input ends */
    Questions(Face face, Turns turns, Phrases phrases) {
        this.face = requireNonNull(face, "face");
        this.turns = requireNonNull(turns, "turns");
        this.phrases = requireNonNull(phrases, "phrases");
    }

    /** Asks what a part of an answer asks, and returns the call that follows; empty where none does. */
    Optional<CommandCall> next(Part part) {
        if (part instanceof Part.Form form) {
            return fill(form);
        }
        return part instanceof Part.Confirm confirm ? confirm(confirm) : Optional.empty();
    }

    private Optional<CommandCall> fill(Part.Form form) {
        show(Look.SPEAKER, phrases.text(form.title()));
        CommandCall call = form.call();
        for (Field field : form.fields()) {
            Optional<String> typed = ask(field);
            if (typed.isEmpty()) {
                return left();
            }
            call = typed.get().isBlank() ? call : call.with(field.option(), typed.get());
        }
        return call.equals(form.call()) ? left() : Optional.of(call);
    }

    /** What was typed; empty where the person had enough. */
    private Optional<String> ask(Field field) {
        boolean needed = field.required() && field.value().isBlank();
        String label = phrases.text(field.label());
        Optional<String> typed;
        do {
            show(Look.ASIDE, needed ? label : phrases.text("console.form.optional", label));
            if (!field.value().isEmpty()) {
                show(Look.VERBATIM, field.value());
            }
            typed = read();
        } while (typed.isPresent() && ((needed && typed.get().isBlank()) || tooLong(typed.get(), field)));
        return typed;
    }

    /** A person is told at once; a script, whose next line is for the next field, once the form is whole. */
    private boolean tooLong(String typed, Field field) {
        boolean tooLong = face.interactive() && typed.length() > field.longest();
        if (tooLong) {
            show(Look.NOTICE, phrases.text("command.option.long", field.option(), typed.length(), field.longest()));
        }
        return tooLong;
    }

    private Optional<CommandCall> confirm(Part.Confirm confirm) {
        show(Look.ANSWER, phrases.text("console.confirm", confirm.question()));
        boolean yes = read().filter(it -> YES.contains(it.strip().toLowerCase(Locale.ROOT)))
                .isPresent();
        return yes ? Optional.of(confirm.call()) : left();
    }

    private Optional<String> read() {
        Typed typed = face.read();
        if (typed instanceof Typed.End) {
            turns.failed();
        }
        return typed instanceof Typed.Line line ? Optional.of(line.text()) : Optional.empty();
    }

    private Optional<CommandCall> left() {
        show(Look.ASIDE, phrases.text("console.form.left"));
        return Optional.empty();
    }

    private void show(Look look, String text) {
        face.show(List.of(new Shown(look, text)));
    }
}
