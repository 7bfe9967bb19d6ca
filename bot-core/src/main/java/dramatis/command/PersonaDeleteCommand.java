package dramatis.command;

import dramatis.access.AccessStore;
import dramatis.command.Answer.Part;
import dramatis.command.CommandSpec.Option;
import dramatis.message.UserNotice;
import dramatis.persona.AuthoredPersona;
import java.time.InstantSource;

/** {@code /persona delete}: takes a character away; what it said stays. */
final class PersonaDeleteCommand extends OwnPersonaCommand {
    private static final String SURE = "sure";

    PersonaDeleteCommand(Personas personas, AccessStore access, InstantSource clock) {
        super(personas, access, clock);
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told("persona delete", WHO, Option.line(Personas.NAME), Option.flag(SURE));
    }

    @Override
    Answer run(CommandCall call, AuthoredPersona one) {
        if (call.option(SURE).isEmpty()) {
            UserNotice question =
                    UserNotice.of("persona.delete.sure", one.persona().name());
            return Answer.of(new Part.Confirm(
                    question, call.with(Personas.NAME, one.id()).with(SURE, "yes")));
        }
        personas().authored().delete(one.id());
        return done(call, one, "persona.deleted");
    }
}
