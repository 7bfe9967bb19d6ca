package dramatis.command;

import dramatis.access.AccessStore;
import dramatis.command.CommandSpec.Option;
import dramatis.persona.AuthoredPersona;
import java.time.InstantSource;

/** {@code /persona share} and {@code unshare}: offers a character everywhere, or only where it was made. */
final class PersonaShareCommand extends OwnPersonaCommand {
    private final boolean shared;

    PersonaShareCommand(boolean shared, Personas personas, AccessStore access, InstantSource clock) {
        super(personas, access, clock);
        this.shared = shared;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told(shared ? "persona share" : "persona unshare", WHO, Option.line(Personas.NAME));
    }

    @Override
    Answer run(CommandCall call, AuthoredPersona one) {
        personas().authored().share(one.id(), shared);
        return done(call, one, shared ? "persona.shared" : "persona.unshared");
    }
}
