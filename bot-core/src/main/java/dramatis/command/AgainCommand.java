package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Part;
import dramatis.command.CommandSpec.Option;
import dramatis.message.UserNotice;
import dramatis.session.SessionManager.Cast;
import dramatis.turn.Turn;
import dramatis.turn.TurnStore.Reply;
import dramatis.turn.Turns;
import java.util.Optional;

/**
 * {@code /retry} and {@code /continue}: another last reply, or more of it. A retry of an earlier reply takes back what
 * was said after it.
 */
final class AgainCommand extends ReplyCommand {
    private static final String SURE = "sure";

    private final Turn.Kind kind;
    private final Turns turns;

    AgainCommand(String name, Turn.Kind kind, Replies replies, Turns turns) {
        super(name, replies);
        this.kind = requireNonNull(kind, "kind");
        this.turns = requireNonNull(turns, "turns");
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = super.spec();
        return kind == Turn.Kind.RETRY
                ? CommandSpec.shown(spec.name(), Rule.ownOr(Role.MANAGER), Option.message())
                : spec;
    }

    @Override
    Answer work(CommandCall call, Cast cast, Reply reply) {
        int after = Replies.named(call) ? replies().turns().after(cast.session().id(), reply.utteranceId()) : 0;
        if (after > 0 && call.option(SURE).isEmpty()) {
            return Answer.of(new Part.Confirm(UserNotice.of("retry.sure", after), call.with(SURE, "yes")));
        }
        Optional<Turn> turn = after > 0
                ? turns.rewind(cast.session(), reply, call.conversation())
                : turns.again(cast.session(), kind);
        return turn.map(begun -> Answer.of(new Part.Working(begun.id()))).orElseGet(() -> none(call, cast));
    }
}
