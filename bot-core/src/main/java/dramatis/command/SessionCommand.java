package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.session.SessionManager;
import dramatis.session.SessionManager.Cast;

/** A command that is about what plays here now. */
abstract class SessionCommand implements Command {
    private final SessionManager sessions;

    SessionCommand(SessionManager sessions) {
        this.sessions = requireNonNull(sessions, "sessions");
    }

    @Override
    public final Answer run(CommandCall call) {
        return sessions.current(call.viewpoint())
                .flatMap(session -> sessions.cast(session.id()))
                .map(cast -> run(call, cast))
                .orElseGet(() -> Answer.refuse("session.none"));
    }

    abstract Answer run(CommandCall call, Cast cast);

    SessionManager sessions() {
        return sessions;
    }
}
