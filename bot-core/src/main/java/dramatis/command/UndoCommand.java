package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.command.CommandSpec.Audience;
import dramatis.session.SessionManager;
import dramatis.session.SessionManager.Cast;
import dramatis.turn.Turns;
import java.util.List;

/** {@code /undo}: takes the last exchange out of the history. */
final class UndoCommand extends SessionCommand {
    private final Turns turns;

    UndoCommand(SessionManager sessions, Turns turns) {
        super(sessions);
        this.turns = requireNonNull(turns, "turns");
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec("undo", Role.MEMBER, Audience.EVERYBODY, List.of());
    }

    @Override
    Answer run(CommandCall call, Cast cast) {
        turns.stop(call.conversation());
        return turns.undo(cast.session()).isPresent() ? Answer.say("undo.done") : Answer.say("undo.nothing");
    }
}
