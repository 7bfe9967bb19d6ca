package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.CommandSpec.Option;
import dramatis.session.SessionManager;
import dramatis.session.SessionManager.Cast;
import dramatis.session.SessionStore;
import java.util.Optional;

/** {@code /thoughts steer}: one hidden line for the next reply, used once. */
final class ThoughtsSteerCommand extends SessionCommand {
    private static final String TEXT = "text";
    private static final int LONGEST = 500;

    private final SessionStore store;

    ThoughtsSteerCommand(SessionManager sessions, SessionStore store) {
        super(sessions);
        this.store = requireNonNull(store, "store");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told(
                "thoughts steer", Rule.atLeast(Role.OWNER), new Option(TEXT, Option.Kind.TEXT, true, LONGEST));
    }

    @Override
    Answer run(CommandCall call, Cast cast) {
        store.steer(cast.session().id(), Optional.of(call.required(TEXT)));
        return Answer.say("thoughts.steered", cast.persona().name());
    }
}
