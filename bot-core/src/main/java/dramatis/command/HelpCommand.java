package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Caller;
import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Part;
import dramatis.message.UserNotice;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code /help}: what there is for the caller's role. */
final class HelpCommand implements Command {
    private final Function<Caller, List<CommandSpec>> specs;

    HelpCommand(Function<Caller, List<CommandSpec>> specs) {
        this.specs = requireNonNull(specs, "specs");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told("help", Rule.atLeast(Role.MEMBER));
    }

    @Override
    public Answer run(CommandCall call) {
        return new Answer(
                specs.apply(call.caller()).stream().map(HelpCommand::line).toList());
    }

    /** A command, how it is typed and what it does. */
    static Part line(CommandSpec spec) {
        String options = spec.options().stream()
                .map(option -> option.required() ? " <" + option.name() + ">" : " [" + option.name() + "]")
                .collect(Collectors.joining());
        return new Part.Say(UserNotice.of("help.line", spec.name() + options, UserNotice.of(spec.phraseKey())));
    }
}
