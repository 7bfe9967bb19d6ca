package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Part;
import dramatis.inference.InferenceEngine;
import dramatis.message.UserNotice;
import dramatis.turn.Turns;

/** {@code /status}: who plays, on what, and how many wait. */
final class StatusCommand implements Command {
    private final InferenceEngine engine;
    private final Turns turns;

    StatusCommand(InferenceEngine engine, Turns turns) {
        this.engine = requireNonNull(engine, "engine");
        this.turns = requireNonNull(turns, "turns");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told("status", Rule.atLeast(Role.MEMBER));
    }

    @Override
    public Answer run(CommandCall call) {
        return Answer.of(
                new Part.Say(UserNotice.of("status.model", engine.name(), engine.contextTokens())),
                new Part.Say(UserNotice.of("status.queue", turns.waiting())));
    }
}
