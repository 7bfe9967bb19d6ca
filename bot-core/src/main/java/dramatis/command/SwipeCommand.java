package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Part;
import dramatis.command.CommandSpec.Option;
import dramatis.message.UserNotice;
import dramatis.session.SessionManager.Cast;
import dramatis.turn.TurnStore.Reply;
import dramatis.turn.Turns;
import java.util.List;
import java.util.Optional;

/** {@code /swipe}: another of the last reply's versions, which a retry made, is the one that counts. */
final class SwipeCommand extends ReplyCommand {
    private static final String TO = "to";
    private static final String NEXT = "next";
    private static final String PREVIOUS = "previous";

    private final Turns turns;

    SwipeCommand(Replies replies, Turns turns) {
        super("swipe", replies);
        this.turns = requireNonNull(turns, "turns");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.shown("swipe", Rule.ownOr(Role.MANAGER), Option.line(TO));
    }

    @Override
    public List<String> completions(CommandCall call, String option) {
        return List.of(NEXT, PREVIOUS);
    }

    @Override
    Answer work(CommandCall call, Cast cast, Reply reply) {
        return number(call.required(TO), reply)
                .flatMap(number -> turns.select(cast.session(), cast.persona(), reply.utteranceId(), number))
                .map(SwipeCommand::selected)
                .orElseGet(() -> Answer.refuse("swipe.unknown", reply.swipes()));
    }

    private static Answer selected(Reply reply) {
        UserNotice done = UserNotice.of("swipe.done", reply.swipe() + 1, reply.swipes());
        return Answer.of(new Part.Say(done), new Part.Working(reply.turnId()));
    }

    /** Counted from 0; people count from 1. */
    private static Optional<Integer> number(String to, Reply reply) {
        return switch (to) {
            case NEXT -> Optional.of(reply.swipe() + 1);
            case PREVIOUS -> Optional.of(reply.swipe() - 1);
            default -> to.matches("[1-9][0-9]{0,3}") ? Optional.of(Integer.parseInt(to) - 1) : Optional.empty();
        };
    }
}
