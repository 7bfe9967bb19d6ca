package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.CommandSpec.Option;
import dramatis.session.SessionManager.Cast;
import dramatis.turn.TurnStore.Reply;
import dramatis.turn.Turns;

/** {@code /delete}: takes a reply away; what it answered stays. */
final class DeleteCommand extends ReplyCommand {
    private final Turns turns;

    DeleteCommand(Replies replies, Turns turns) {
        super("delete", replies);
        this.turns = requireNonNull(turns, "turns");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told(super.spec().name(), Rule.ownOr(Role.MANAGER), Option.message());
    }

    @Override
    Answer work(CommandCall call, Cast cast, Reply reply) {
        turns.strike(cast.session(), reply, call.conversation());
        return Answer.say("delete.done");
    }
}
