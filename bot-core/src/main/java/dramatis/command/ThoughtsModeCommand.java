package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.AccessStore;
import dramatis.access.AuditEntry;
import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.CommandSpec.Option;
import dramatis.delivery.Thoughts;
import dramatis.delivery.ThoughtsRoute;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code /thoughts mode}: where this platform's thoughts go, for its owner; alone it says where they go now. */
final class ThoughtsModeCommand implements Command {
    private static final String MODE = "mode";
    private static final String CHANNEL = "channel";

    private final ThoughtsRoute route;
    private final AccessStore access;
    private final InstantSource clock;

    ThoughtsModeCommand(ThoughtsRoute route, AccessStore access, InstantSource clock) {
        this.route = requireNonNull(route, "route");
        this.access = requireNonNull(access, "access");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told(
                "thoughts mode",
                Rule.atLeast(Role.OWNER),
                Option.line(MODE).optional(),
                Option.line(CHANNEL).optional());
    }

    @Override
    public List<String> completions(CommandCall call, String option) {
        return option.equals(MODE)
                ? Arrays.stream(Thoughts.Mode.values())
                        .map(ThoughtsModeCommand::word)
                        .toList()
                : List.of();
    }

    private static String word(Thoughts.Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Answer run(CommandCall call) {
        String platform = call.conversation().platform();
        if (call.option(MODE).isEmpty()) {
            return told(route.of(platform));
        }
        Optional<Thoughts> asked = asked(call);
        asked.ifPresent(thoughts -> {
            route.store().put(platform, thoughts);
            access.audit(new AuditEntry(
                    call.caller().place(), call.user(), "thoughts mode", word(thoughts.mode()), clock.instant()));
        });
        return asked.map(ThoughtsModeCommand::told).orElseGet(() -> Answer.refuse("thoughts.mode.unknown"));
    }

    /** A channel that is not named is the one where it was asked for. */
    private static Optional<Thoughts> asked(CommandCall call) {
        return switch (call.required(MODE).toLowerCase(Locale.ROOT)) {
            case "off" -> Optional.of(Thoughts.OFF);
            case "dm" -> Optional.of(Thoughts.DM);
            case "channel" ->
                Optional.of(Thoughts.in(
                        call.option(CHANNEL).orElse(call.conversation().chatId())));
            default -> Optional.empty();
        };
    }

    private static Answer told(Thoughts thoughts) {
        return Answer.say(
                "thoughts.mode." + word(thoughts.mode()), thoughts.channelId().orElse(""));
    }
}
