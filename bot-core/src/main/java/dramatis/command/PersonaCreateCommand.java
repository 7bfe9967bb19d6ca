package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Part;
import dramatis.message.UserNotice;
import dramatis.persona.AuthoredPersona;
import java.time.InstantSource;

/** {@code /persona create}: a form, and a character of what is filled in. Whoever fills it in owns it. */
final class PersonaCreateCommand implements Command {
    /** More than anybody plays with; against those who would fill the disk. */
    private static final int MOST = 100;

    private final Personas personas;
    private final InstantSource clock;

    PersonaCreateCommand(Personas personas, InstantSource clock) {
        this.personas = requireNonNull(personas, "personas");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told("persona create", Rule.atLeast(Role.MEMBER), PersonaFields.options());
    }

    @Override
    public Answer run(CommandCall call) {
        return PersonaFields.complete(call)
                ? create(call)
                : Answer.of(new Part.Form(UserNotice.of("persona.create"), PersonaFields.empty(), call));
    }

    private Answer create(CommandCall call) {
        return personas.authored()
                .add(PersonaFields.create(call), call.user(), call.caller().place(), clock.instant(), MOST)
                .map(PersonaCreateCommand::created)
                .orElseGet(() -> Answer.say("persona.too-many", MOST));
    }

    private static Answer created(AuthoredPersona one) {
        return Answer.say("persona.created", one.persona().name(), one.id());
    }
}
