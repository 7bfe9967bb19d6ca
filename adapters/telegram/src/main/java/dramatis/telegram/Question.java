package dramatis.telegram;

import static java.util.Objects.requireNonNull;

import dramatis.command.Answer;
import dramatis.command.CommandCall;
import dramatis.command.CommandSpec;
import dramatis.command.CommandSpec.Option;
import dramatis.message.UserNotice;
import java.util.List;

/**
 * Something that a command needs and that is asked for.
 *
 * @param option the option that it becomes
 * @param kind what is asked for
 * @param label the question
 * @param value what stands there; empty where nothing does
 * @param required whether it cannot be skipped
 * @param longest the most characters (UTF-16 units)
 * @param choices what can be chosen; empty where it is to be written
 */
record Question(
        String option,
        Option.Kind kind,
        UserNotice label,
        String value,
        boolean required,
        int longest,
        List<String> choices) {
    private static final int MOST_CHOICES = 60;

    Question {
        requireNonNull(option, "option");
        requireNonNull(kind, "kind");
        requireNonNull(label, "label");
        requireNonNull(value, "value");
        choices = choices.size() > MOST_CHOICES ? List.of() : List.copyOf(choices);
    }

    static Question of(Answer.Field field) {
        return new Question(
                field.option(),
                Option.Kind.TEXT,
                field.label(),
                field.value(),
                field.required() && field.value().isBlank(),
                field.longest(),
                List.of());
    }

    static Question of(CommandSpec spec, Option option, List<String> choices) {
        UserNotice label = UserNotice.of(spec.phraseKey() + "." + option.name());
        return new Question(option.name(), option.kind(), label, "", true, option.longest(), choices);
    }

    /** Whether a call has what it needs of an option. */
    static boolean given(CommandCall call, Option option) {
        return option.kind() == Option.Kind.FILE
                ? call.file(option.name()).isPresent()
                : call.option(option.name()).isPresent();
    }
}
