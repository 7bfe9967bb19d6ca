package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.command.Answer.Part;
import dramatis.command.CommandSpec.Audience;
import dramatis.session.SessionManager;
import dramatis.session.SessionManager.Cast;
import dramatis.turn.Turn;
import dramatis.turn.Turns;
import java.util.List;

/** {@code /retry} and {@code /continue}: another last reply, or more of it. */
final class AgainCommand extends SessionCommand {
    private final String name;
    private final Turn.Kind kind;
    private final Turns turns;

    AgainCommand(String name, Turn.Kind kind, SessionManager sessions, Turns turns) {
        super(sessions);
        this.name = requireNonNull(name, "name");
        this.kind = requireNonNull(kind, "kind");
        this.turns = requireNonNull(turns, "turns");
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(name, Role.MEMBER, Audience.EVERYBODY, List.of());
    }

    @Override
    Answer run(CommandCall call, Cast cast) {
        return turns.again(cast.session(), kind)
                .map(turn -> Answer.of(new Part.Working(turn.id())))
                .orElseGet(() -> Answer.say("reply.none", name));
    }
}
