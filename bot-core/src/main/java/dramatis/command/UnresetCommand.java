package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.session.SessionManager;
import dramatis.session.SessionManager.Cast;
import dramatis.turn.Turns;

/** {@code /reset undo}: takes the last reset back. What was said since is put aside, as a reset does. */
final class UnresetCommand extends SessionCommand {
    private final Turns turns;

    UnresetCommand(SessionManager sessions, Turns turns) {
        super(sessions);
        this.turns = requireNonNull(turns, "turns");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.shown("reset undo", Rule.atLeast(Role.MANAGER));
    }

    @Override
    Answer run(CommandCall call, Cast cast) {
        turns.cancelAll(cast.session());
        return sessions()
                .unreset(cast.session())
                .map(session -> Answer.say("session.resumed", cast.persona().name()))
                .orElseGet(() -> Answer.refuse("reset.none"));
    }
}
