package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.session.SessionManager;
import dramatis.session.SessionManager.Cast;
import dramatis.turn.Turns;

/** {@code /clear}: the same character begins anew and remembers nothing; the old session stays on disk. */
final class ResetCommand extends SessionCommand {
    private final Turns turns;

    ResetCommand(SessionManager sessions, Turns turns) {
        super(sessions);
        this.turns = requireNonNull(turns, "turns");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.shown("clear", Rule.atLeast(Role.MANAGER));
    }

    @Override
    Answer run(CommandCall call, Cast cast) {
        turns.cancelAll(cast.session());
        return Greeting.of(turns, sessions().reset(cast.session()), cast.persona());
    }
}
