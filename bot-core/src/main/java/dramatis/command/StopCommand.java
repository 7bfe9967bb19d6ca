package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.turn.Turns;

/** {@code /stop}: puts down what is played or waits here; what was posted stays. */
final class StopCommand implements Command {
    private final Turns turns;
    private final Askers askers;

    StopCommand(Turns turns, Askers askers) {
        this.askers = requireNonNull(askers, "askers");
        this.turns = requireNonNull(turns, "turns");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.shown("stop", Rule.ownOr(Role.MANAGER));
    }

    @Override
    public boolean own(CommandCall call) {
        return askers.include(call);
    }

    @Override
    public Answer run(CommandCall call) {
        return turns.stop(call.conversation()) ? Answer.nothing() : Answer.say("stop.nothing");
    }
}
