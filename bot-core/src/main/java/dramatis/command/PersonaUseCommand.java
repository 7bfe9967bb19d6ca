package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.CommandSpec.Option;
import dramatis.persona.Persona;
import dramatis.session.SessionManager;
import dramatis.session.SessionStore.Opened;
import dramatis.turn.Turns;
import java.util.List;

/** {@code /persona use}: who plays here. A new session begins with a greeting, an old one goes on. */
final class PersonaUseCommand implements Command {
    private final Personas personas;
    private final SessionManager sessions;
    private final Turns turns;

    PersonaUseCommand(Personas personas, SessionManager sessions, Turns turns) {
        this.personas = requireNonNull(personas, "personas");
        this.sessions = requireNonNull(sessions, "sessions");
        this.turns = requireNonNull(turns, "turns");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.shown("persona use", Rule.atLeast(Role.MANAGER), Option.line(Personas.NAME));
    }

    @Override
    public Answer run(CommandCall call) {
        return personas.named(call).map(persona -> use(call, persona)).orElseGet(() -> Personas.unknown(call));
    }

    @Override
    public List<String> completions(CommandCall call, String option) {
        return personas.playable(call).stream().map(Persona::id).toList();
    }

    private Answer use(CommandCall call, Persona persona) {
        turns.stop(call.conversation());
        Opened opened = sessions.choose(call.viewpoint(), persona, call.userName(), "");
        return opened.fresh() ? Greeting.of(turns, opened.session(), persona) : resumed(persona);
    }

    private static Answer resumed(Persona persona) {
        return Answer.say("session.resumed", persona.name());
    }
}
