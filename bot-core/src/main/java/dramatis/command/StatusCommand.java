package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Part;
import dramatis.inference.InferenceEngine;
import dramatis.message.UserNotice;
import dramatis.session.SessionManager;
import dramatis.turn.Turns;

/** {@code /status}: who plays, on what, and how many wait. */
final class StatusCommand implements Command {
    private final SessionManager sessions;
    private final InferenceEngine engine;
    private final Turns turns;

    StatusCommand(SessionManager sessions, InferenceEngine engine, Turns turns) {
        this.sessions = requireNonNull(sessions, "sessions");
        this.engine = requireNonNull(engine, "engine");
        this.turns = requireNonNull(turns, "turns");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told("status", Rule.atLeast(Role.MEMBER));
    }

    @Override
    public Answer run(CommandCall call) {
        return Answer.of(
                new Part.Say(player(call)),
                new Part.Say(UserNotice.of("status.model", engine.name(), engine.contextTokens())),
                new Part.Say(UserNotice.of("status.queue", turns.waiting())));
    }

    private UserNotice player(CommandCall call) {
        return sessions.current(call.viewpoint())
                .flatMap(sessions::persona)
                .map(persona -> UserNotice.of("status.persona", persona.name()))
                .orElseGet(() -> UserNotice.of("session.none"));
    }
}
