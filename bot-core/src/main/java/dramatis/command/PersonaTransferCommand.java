package dramatis.command;

import dramatis.access.AccessStore;
import dramatis.command.CommandSpec.Option;
import dramatis.message.UserRef;
import dramatis.persona.AuthoredPersona;
import java.time.InstantSource;

/** {@code /persona transfer}: gives a character to somebody else. */
final class PersonaTransferCommand extends OwnPersonaCommand {
    private static final String USER = "user";

    PersonaTransferCommand(Personas personas, AccessStore access, InstantSource clock) {
        super(personas, access, clock);
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told("persona transfer", WHO, Option.line(Personas.NAME), Option.user(USER));
    }

    @Override
    Answer run(CommandCall call, AuthoredPersona one) {
        personas().authored().transfer(one.id(), new UserRef(call.user().platform(), call.required(USER)));
        return done(call, one, "persona.transferred");
    }
}
