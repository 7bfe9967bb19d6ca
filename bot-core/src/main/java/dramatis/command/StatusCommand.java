package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Authoriser;
import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Part;
import dramatis.inference.InferenceEngine;
import dramatis.message.UserNotice;
import dramatis.session.SessionManager;
import dramatis.turn.Turns;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** {@code /status}: who plays, on what, and how many wait. */
final class StatusCommand implements Command {
    private final SessionManager sessions;
    private final InferenceEngine engine;
    private final Turns turns;
    private final Authoriser authoriser;
    private final Function<String, List<String>> problems;

    /** @param problems what is missing on a platform, by its name: for those who can mend it */
    StatusCommand(
            SessionManager sessions,
            InferenceEngine engine,
            Turns turns,
            Authoriser authoriser,
            Function<String, List<String>> problems) {
        this.sessions = requireNonNull(sessions, "sessions");
        this.engine = requireNonNull(engine, "engine");
        this.turns = requireNonNull(turns, "turns");
        this.authoriser = requireNonNull(authoriser, "authoriser");
        this.problems = requireNonNull(problems, "problems");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told("status", Rule.atLeast(Role.MEMBER));
    }

    @Override
    public Answer run(CommandCall call) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Say(player(call)));
        parts.add(new Part.Say(UserNotice.of("status.model", engine.name(), engine.contextTokens())));
        parts.add(new Part.Say(UserNotice.of("status.queue", turns.waiting())));
        if (authoriser.role(call.caller()).atLeast(Role.ADMIN)) {
            problems.apply(call.conversation().platform()).stream()
                    .map(Part.Verbatim::new)
                    .forEach(parts::add);
        }
        return new Answer(parts);
    }

    private UserNotice player(CommandCall call) {
        return sessions.current(call.viewpoint())
                .flatMap(sessions::persona)
                .map(persona -> UserNotice.of("status.persona", persona.name()))
                .orElseGet(() -> UserNotice.of("session.none"));
    }
}
