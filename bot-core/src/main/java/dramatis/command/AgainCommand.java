package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Part;
import dramatis.session.SessionManager;
import dramatis.session.SessionManager.Cast;
import dramatis.turn.Turn;
import dramatis.turn.Turns;

/** {@code /retry} and {@code /continue}: another last reply, or more of it. */
final class AgainCommand extends SessionCommand {
    private final String name;
    private final Turn.Kind kind;
    private final Turns turns;
    private final Askers askers;

    AgainCommand(String name, Turn.Kind kind, SessionManager sessions, Turns turns, Askers askers) {
        super(sessions);
        this.askers = requireNonNull(askers, "askers");
        this.name = requireNonNull(name, "name");
        this.kind = requireNonNull(kind, "kind");
        this.turns = requireNonNull(turns, "turns");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.shown(name, Rule.ownOr(Role.MANAGER));
    }

    @Override
    public boolean own(CommandCall call) {
        return askers.include(call);
    }

    @Override
    Answer run(CommandCall call, Cast cast) {
        return turns.again(cast.session(), kind)
                .map(turn -> Answer.of(new Part.Working(turn.id())))
                .orElseGet(() -> Answer.say("reply.none", name));
    }
}
