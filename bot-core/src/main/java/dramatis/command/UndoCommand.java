package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.session.SessionManager;
import dramatis.session.SessionManager.Cast;
import dramatis.turn.TurnStore;
import dramatis.turn.Turns;

/** {@code /undo}: takes the last exchange out of the history and, where that is possible, off the platform. */
final class UndoCommand extends ReplyCommand {
    private final Turns turns;

    UndoCommand(SessionManager sessions, TurnStore store, Turns turns) {
        super("undo", sessions, store);
        this.turns = requireNonNull(turns, "turns");
    }

    @Override
    Answer work(CommandCall call, Cast cast) {
        turns.stop(call.conversation());
        return turns.undo(cast.session()).isPresent() ? Answer.say("undo.done") : Answer.refuse("undo.nothing");
    }
}
