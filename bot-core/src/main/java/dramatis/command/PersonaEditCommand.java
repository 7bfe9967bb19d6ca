package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.AccessStore;
import dramatis.command.Answer.Part;
import dramatis.command.CommandSpec.Option;
import dramatis.message.UserNotice;
import dramatis.persona.AuthoredPersona;
import dramatis.persona.Persona;
import dramatis.persona.Quota;
import java.time.InstantSource;
import java.util.stream.Stream;

/** {@code /persona edit}: a form with what stands there. What is not in it, or left empty, stays. */
final class PersonaEditCommand extends OwnPersonaCommand {
    private final Quota quota;

    PersonaEditCommand(Personas personas, Quota quota, AccessStore access, InstantSource clock) {
        super(personas, access, clock);
        this.quota = requireNonNull(quota, "quota");
    }

    @Override
    public CommandSpec spec() {
        Option[] options = Stream.concat(Stream.of(Option.line(Personas.NAME)), Stream.of(PersonaFields.options()))
                .toArray(Option[]::new);
        return CommandSpec.told("persona edit", WHO, options);
    }

    @Override
    Answer run(CommandCall call, AuthoredPersona one) {
        if (!PersonaFields.any(call)) {
            UserNotice title = UserNotice.of("persona.edit", one.persona().name());
            return Answer.of(new Part.Form(title, PersonaFields.of(one.persona()), call));
        }
        Persona changed = PersonaFields.change(one.persona(), call);
        return Quotas.tooLong(changed, quota).map(Answer::refuse).orElseGet(() -> replace(call, one, changed));
    }

    private Answer replace(CommandCall call, AuthoredPersona one, Persona changed) {
        personas().authored().replace(changed);
        return done(call, one, "persona.edited");
    }
}
