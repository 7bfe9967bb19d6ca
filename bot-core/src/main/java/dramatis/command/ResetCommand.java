package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Part;
import dramatis.command.CommandSpec.Option;
import dramatis.message.UserNotice;
import dramatis.session.SessionManager;
import dramatis.session.SessionManager.Cast;
import dramatis.turn.Turns;

/** {@code /reset}: the same character begins anew and remembers nothing; the old session stays on disk, and can be had back. */
final class ResetCommand extends SessionCommand {
    static final String SURE = "sure";

    private final Turns turns;

    ResetCommand(SessionManager sessions, Turns turns) {
        super(sessions);
        this.turns = requireNonNull(turns, "turns");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.shown("reset", Rule.atLeast(Role.MANAGER), Option.flag(SURE));
    }

    @Override
    Answer run(CommandCall call, Cast cast) {
        if (call.option(SURE).isEmpty()) {
            UserNotice question = UserNotice.of("reset.sure", cast.persona().name());
            return Answer.of(new Part.Confirm(question, call.with(SURE, "yes")));
        }
        turns.cancelAll(cast.session());
        return Greeting.of(turns, sessions().reset(cast.session()), cast.persona());
    }
}
