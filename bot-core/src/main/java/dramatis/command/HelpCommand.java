package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Caller;
import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Part;
import dramatis.command.CommandSpec.Option;
import dramatis.message.UserNotice;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code /help}: what there is for the caller's role; of one command, what can be given for it. */
final class HelpCommand implements Command {
    private static final String ABOUT = "command";

    private final Function<Caller, List<CommandSpec>> specs;

    HelpCommand(Function<Caller, List<CommandSpec>> specs) {
        this.specs = requireNonNull(specs, "specs");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told(
                "help", Rule.atLeast(Role.MEMBER), Option.line(ABOUT).optional());
    }

    @Override
    public List<String> completions(CommandCall call, String option) {
        return specs.apply(call.caller()).stream().map(CommandSpec::name).toList();
    }

    @Override
    public Answer run(CommandCall call) {
        List<CommandSpec> all = specs.apply(call.caller());
        return call.option(ABOUT)
                .map(about -> about(about.replaceFirst("^/", "").toLowerCase(Locale.ROOT), all))
                .orElseGet(() -> new Answer(all.stream().map(HelpCommand::line).toList()));
    }

    private static Answer about(String name, List<CommandSpec> all) {
        List<Part> parts = all.stream()
                .filter(spec -> (spec.name() + " ").startsWith(name + " "))
                .flatMap(spec -> Stream.concat(Stream.of(line(spec)), options(spec)))
                .toList();
        return parts.isEmpty() ? new UnknownCommand(name, all).answer() : new Answer(parts);
    }

    /** A command, how it is typed and what it does. */
    static Part line(CommandSpec spec) {
        return new Part.Say(UserNotice.of("help.line", spec.usage(), UserNotice.of(spec.phraseKey())));
    }

    private static Stream<Part> options(CommandSpec spec) {
        return spec.options().stream()
                .filter(option -> option.kind() != Option.Kind.MESSAGE)
                .map(option -> new Part.Say(
                        UserNotice.of("help.option", option.name(), UserNotice.of(spec.phraseKey(option)))));
    }
}
