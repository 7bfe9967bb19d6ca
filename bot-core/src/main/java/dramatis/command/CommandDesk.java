package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Authoriser;
import dramatis.access.Caller;
import dramatis.access.Role;
import dramatis.command.CommandMeter.Outcome;
import dramatis.message.UserNotice;
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

    /** What a command that nobody has is called in figures. */
    public static final String UNKNOWN = "unknown";

    private final Map<String, Command> commands = new LinkedHashMap<>();

    private final Authoriser authoriser;
    private final CommandMeter meter;

    /** A desk with these commands, and one that lists them. */
    public CommandDesk(Authoriser authoriser, Collection<? extends Command> commands) {
        this(authoriser, commands, CommandMeter.NONE);
    }

    /** @param meter is told of every call */
    public CommandDesk(Authoriser authoriser, Collection<? extends Command> commands, CommandMeter meter) {
        this.authoriser = requireNonNull(authoriser, "authoriser");
        this.meter = requireNonNull(meter, "meter");
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

    /** Those that somebody may use, at least where a thing is their own. */
    public List<CommandSpec> specs(Caller caller) {
        Role role = authoriser.role(caller);
        return specs().stream().filter(spec -> mayBeTheirs(spec, role)).toList();
    }

    public Optional<CommandSpec> spec(String name) {
        return Optional.ofNullable(commands.get(name)).map(Command::spec);
    }

    /** Answers a call: never throws, and refuses with a sentence. */
    public Answer run(CommandCall call) {
        Command command = commands.get(call.name());
        if (command == null) {
            meter.ran(UNKNOWN, Outcome.UNKNOWN);
            return unknown(call);
        }
        return answer(command, call);
    }

    private Answer unknown(CommandCall call) {
        try {
            return new UnknownCommand(call.name(), specs(call.caller())).answer();
        } catch (RuntimeException e) {
            log.error("an unknown command could not be answered", e);
            return Answer.refuse("command.unknown", call.name());
        }
    }

    /** What could be given for an option of a command; nothing where the caller may not use it. */
    public List<String> completions(CommandCall call, String option) {
        Command command = commands.get(call.name());
        try {
            return command != null && mayBeTheirs(command.spec(), authoriser.role(call.caller()))
                    ? command.completions(call, option)
                    : List.of();
        } catch (RuntimeException e) {
            log.error("completions of command {} failed", call.name(), e);
            return List.of();
        }
    }

    /** Whether a role may use a command, at least where a thing is its own. */
    private static boolean mayBeTheirs(CommandSpec spec, Role role) {
        return Authoriser.allows(role, spec.who(), () -> true);
    }

    private static Answer refused(CommandSpec spec, Role role) {
        return role == Role.BLOCKED
                ? Answer.refuse("command.blocked")
                : Answer.refuse(
                        spec.who().own() ? "command.forbidden.own" : "command.forbidden",
                        spec.name(),
                        UserNotice.of("role." + spec.who().least()));
    }

    /** What is wrong with what was given, if anything is. */
    private static Optional<Answer> wrong(CommandSpec spec, CommandCall call) {
        return spec.options().stream()
                .flatMap(option -> wrong(spec, option, call).stream())
                .findFirst();
    }

    private static Optional<Answer> wrong(CommandSpec spec, CommandSpec.Option option, CommandCall call) {
        if (option.kind() == CommandSpec.Option.Kind.FILE) {
            return wrongFile(spec, option, call);
        }
        Optional<String> given = call.option(option.name());
        if (given.isEmpty()) {
            return option.required() ? Optional.of(missing(spec, option)) : Optional.empty();
        }
        int length = given.get().length();
        return length > option.longest()
                ? Optional.of(Answer.refuse("command.option.long", option.name(), length, option.longest()))
                : Optional.empty();
    }

    private static Answer missing(CommandSpec spec, CommandSpec.Option option) {
        return Answer.refuse(
                "command.option.missing", spec.name(), option.name(), UserNotice.of(spec.phraseKey(option)));
    }

    private static Optional<Answer> wrongFile(CommandSpec spec, CommandSpec.Option option, CommandCall call) {
        Optional<Attachment> given = call.file(option.name());
        if (given.isEmpty()) {
            return option.required() ? Optional.of(missing(spec, option)) : Optional.empty();
        }
        return given.filter(file -> file.content().length > Attachment.LARGEST)
                .map(file -> Answer.refuse("command.file.large", file.name(), Attachment.LARGEST >> 20));
    }

    private Answer answer(Command command, CommandCall call) {
        try {
            Role role = authoriser.role(call.caller());
            if (!Authoriser.allows(role, command.spec().who(), () -> command.own(call))) {
                return told(command, Outcome.REFUSED, refused(command.spec(), role));
            }
            Optional<Answer> wrong = wrong(command.spec(), call);
            return wrong.isPresent()
                    ? told(command, Outcome.WRONG, wrong.get())
                    : told(command, Outcome.DONE, command.run(call));
        } catch (RuntimeException e) {
            log.error("command {} failed", call.name(), e);
            return told(command, Outcome.FAILED, Answer.refuse("command.failed", call.name()));
        }
    }

    private Answer told(Command command, Outcome outcome, Answer answer) {
        meter.ran(command.spec().name(), outcome);
        return answer;
    }
}
