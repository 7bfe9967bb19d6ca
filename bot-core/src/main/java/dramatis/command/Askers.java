package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.message.Speaker;
import dramatis.session.SessionManager;
import dramatis.turn.TurnStore;

/** Knows whose last reply it is: those whose messages it answers, or who wait for one. */
record Askers(SessionManager sessions, TurnStore turns) {
    Askers {
        requireNonNull(sessions, "sessions");
        requireNonNull(turns, "turns");
    }

    boolean include(CommandCall call) {
        return sessions.current(call.viewpoint())
                .map(session -> turns.askers(session.id()).contains(Speaker.person(call.user())))
                .orElse(false);
    }
}
