package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.command.CommandSpec.Audience;
import dramatis.turn.Turns;
import java.util.List;

/** {@code /stop}: puts down what is played or waits here; what was posted stays. */
final class StopCommand implements Command {
    private final Turns turns;

    StopCommand(Turns turns) {
        this.turns = requireNonNull(turns, "turns");
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec("stop", Role.MEMBER, Audience.EVERYBODY, List.of());
    }

    @Override
    public Answer run(CommandCall call) {
        return turns.stop(call.conversation()) ? Answer.nothing() : Answer.say("stop.nothing");
    }
}
