package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.command.Answer.Part;
import dramatis.command.CommandSpec.Audience;
import dramatis.message.UserNotice;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code /help}: what there is for the caller's role. */
final class HelpCommand implements Command {
    private final Supplier<List<CommandSpec>> specs;

    HelpCommand(Supplier<List<CommandSpec>> specs) {
        this.specs = requireNonNull(specs, "specs");
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec("help", Role.MEMBER, Audience.CALLER, List.of());
    }

    @Override
    public Answer run(CommandCall call) {
        return new Answer(specs.get().stream()
                .filter(spec -> call.role().atLeast(spec.who()))
                .map(HelpCommand::line)
                .toList());
    }

    private static Part line(CommandSpec spec) {
        String options = spec.options().stream()
                .map(option -> option.required() ? " <" + option.name() + ">" : " [" + option.name() + "]")
                .collect(Collectors.joining());
        return new Part.Say(UserNotice.of("help.line", spec.name() + options, UserNotice.of(spec.phraseKey())));
    }
}
