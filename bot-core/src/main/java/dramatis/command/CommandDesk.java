package dramatis.command;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where adapters bring what people ask for. Decides whether they may, runs it, and always has an answer. Safe for use by
 * many threads; blocks on the store alone.
 */
public final class CommandDesk {
    private static final Logger log = LoggerFactory.getLogger(CommandDesk.class);

    private final Map<String, Command> commands = new LinkedHashMap<>();

    /** A desk with these commands, and one that lists them. */
    public CommandDesk(Collection<? extends Command> commands) {
        this.commands.put("help", new HelpCommand(this::specs));
        for (Command command : commands) {
            if (this.commands.putIfAbsent(command.spec().name(), command) != null) {
                throw new IllegalArgumentException(
                        "two commands are called " + command.spec().name());
            }
        }
    }

    /** All commands, in the order in which help shows them. */
    public List<CommandSpec> specs() {
        return commands.values().stream().map(Command::spec).toList();
    }

    public Optional<CommandSpec> spec(String name) {
        return Optional.ofNullable(commands.get(name)).map(Command::spec);
    }

    /** Answers a call: never throws, and refuses with a sentence. */
    public Answer run(CommandCall call) {
        Command command = commands.get(call.name());
        if (command == null) {
            return Answer.say("command.unknown", call.name());
        }
        CommandSpec spec = command.spec();
        if (!call.role().atLeast(spec.who())) {
            return Answer.say("command.forbidden", spec.name(), spec.who());
        }
        Optional<String> missing = missing(spec, call);
        if (missing.isPresent()) {
            return Answer.say("command.option.missing", spec.name(), missing.get());
        }
        return answer(command, call);
    }

    /** What could be given for an option of a command. */
    public List<String> completions(CommandCall call, String option) {
        Command command = commands.get(call.name());
        return command == null ? List.of() : command.completions(call, option);
    }

    private static Optional<String> missing(CommandSpec spec, CommandCall call) {
        return spec.options().stream()
                .filter(option ->
                        option.required() && call.option(option.name()).isEmpty())
                .map(CommandSpec.Option::name)
                .findFirst();
    }

    private static Answer answer(Command command, CommandCall call) {
        try {
            return command.run(call);
        } catch (RuntimeException e) {
            log.error("command {} failed", call.name(), e);
            return Answer.say("command.failed", call.name());
        }
    }
}
