package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.session.SessionManager;
import dramatis.session.SessionManager.Cast;
import dramatis.turn.Turns;

/** {@code /undo}: takes the last exchange out of the history. */
final class UndoCommand extends SessionCommand {
    private final Turns turns;
    private final Askers askers;

    UndoCommand(SessionManager sessions, Turns turns, Askers askers) {
        super(sessions);
        this.askers = requireNonNull(askers, "askers");
        this.turns = requireNonNull(turns, "turns");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.shown("undo", Rule.ownOr(Role.MANAGER));
    }

    @Override
    public boolean own(CommandCall call) {
        return askers.include(call);
    }

    @Override
    Answer run(CommandCall call, Cast cast) {
        turns.stop(call.conversation());
        return turns.undo(cast.session()).isPresent() ? Answer.say("undo.done") : Answer.say("undo.nothing");
    }
}
