package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.command.Answer.Part;
import dramatis.session.SessionManager;
import dramatis.session.SessionManager.Cast;
import dramatis.turn.Turn;
import dramatis.turn.TurnStore;
import dramatis.turn.Turns;

/** {@code /retry} and {@code /continue}: another last reply, or more of it. */
final class AgainCommand extends ReplyCommand {
    private final Turn.Kind kind;
    private final Turns turns;

    AgainCommand(String name, Turn.Kind kind, SessionManager sessions, TurnStore store, Turns turns) {
        super(name, sessions, store);
        this.kind = requireNonNull(kind, "kind");
        this.turns = requireNonNull(turns, "turns");
    }

    @Override
    Answer work(CommandCall call, Cast cast) {
        return turns.again(cast.session(), kind)
                .map(turn -> Answer.of(new Part.Working(turn.id())))
                .orElseGet(() -> Answer.refuse("reply.none", spec().name()));
    }
}
