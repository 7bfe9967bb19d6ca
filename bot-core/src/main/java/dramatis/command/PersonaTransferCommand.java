package dramatis.command;

import dramatis.access.AccessStore;
import dramatis.command.Answer.Part;
import dramatis.command.CommandSpec.Option;
import dramatis.message.UserNotice;
import dramatis.message.UserRef;
import dramatis.persona.AuthoredPersona;
import java.time.InstantSource;

/** {@code /persona transfer}: gives a character to somebody else. */
final class PersonaTransferCommand extends OwnPersonaCommand {
    private static final String USER = "user";
    private static final String SURE = "sure";

    PersonaTransferCommand(Personas personas, AccessStore access, InstantSource clock) {
        super(personas, access, clock);
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told(
                "persona transfer", WHO, Option.line(Personas.NAME), Option.user(USER), Option.flag(SURE));
    }

    @Override
    Answer run(CommandCall call, AuthoredPersona one) {
        if (call.option(SURE).isEmpty()) {
            UserNotice question =
                    UserNotice.of("persona.transfer.sure", one.persona().name());
            return Answer.of(new Part.Confirm(
                    question, call.with(Personas.NAME, one.id()).with(SURE, "yes")));
        }
        personas().authored().transfer(one.id(), new UserRef(call.user().platform(), call.required(USER)));
        return done(call, one, "persona.transferred");
    }
}
