package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.session.SessionManager.Cast;
import dramatis.turn.TurnStore.Reply;
import dramatis.turn.Turns;

/** {@code /undo}: takes the last exchange out of the history and, where that is possible, off the platform. */
final class UndoCommand extends ReplyCommand {
    private final Turns turns;

    UndoCommand(Replies replies, Turns turns) {
        super("undo", replies);
        this.turns = requireNonNull(turns, "turns");
    }

    @Override
    Answer work(CommandCall call, Cast cast, Reply reply) {
        return undo(call, cast);
    }

    /** What nobody answered yet can be taken back too. */
    @Override
    Answer none(CommandCall call, Cast cast) {
        return undo(call, cast);
    }

    private Answer undo(CommandCall call, Cast cast) {
        turns.stop(call.conversation());
        return turns.undo(cast.session()).isPresent() ? Answer.say("undo.done") : Answer.refuse("undo.nothing");
    }
}
