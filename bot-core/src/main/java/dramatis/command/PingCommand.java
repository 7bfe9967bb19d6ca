package dramatis.command;

import dramatis.access.Role;
import dramatis.access.Rule;

/** {@code /ping}: whether anybody is there. */
final class PingCommand implements Command {
    @Override
    public CommandSpec spec() {
        return CommandSpec.told("ping", Rule.atLeast(Role.MEMBER));
    }

    @Override
    public Answer run(CommandCall call) {
        return Answer.say("ping.answer");
    }
}
