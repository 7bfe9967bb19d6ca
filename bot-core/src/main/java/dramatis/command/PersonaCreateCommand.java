package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Part;
import dramatis.message.UserNotice;
import dramatis.persona.AuthoredPersona;
import dramatis.persona.Persona;
import dramatis.persona.Quota;
import java.time.InstantSource;

/** {@code /persona create}: a form, and a character of what is filled in. Whoever fills it in owns it. */
final class PersonaCreateCommand implements Command {
    private final Personas personas;
    private final Quota quota;
    private final InstantSource clock;

    PersonaCreateCommand(Personas personas, Quota quota, InstantSource clock) {
        this.quota = requireNonNull(quota, "quota");
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
        Persona draft = PersonaFields.create(call);
        return Quotas.tooLong(draft, quota).map(Answer::refuse).orElseGet(() -> add(call, draft));
    }

    private Answer add(CommandCall call, Persona draft) {
        return personas.authored()
                .add(draft, call.user(), call.caller().place(), clock.instant(), quota.personas())
                .map(PersonaCreateCommand::created)
                .orElseGet(() -> Answer.refuse("persona.too-many", quota.personas()));
    }

    private static Answer created(AuthoredPersona one) {
        return Answer.say("persona.created", one.persona().name(), one.id());
    }
}
