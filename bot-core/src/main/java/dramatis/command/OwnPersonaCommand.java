package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.AccessStore;
import dramatis.access.AuditEntry;
import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.persona.AuthoredPersona;
import java.time.InstantSource;
import java.util.List;

/**
 * A command that changes a character that somebody made up: for its creator anywhere, and for the admins of the place
 * where it was made.
 */
abstract class OwnPersonaCommand implements Command {
    static final Rule WHO = Rule.ownOr(Role.ADMIN);

    private final Personas personas;
    private final AccessStore access;
    private final InstantSource clock;

    OwnPersonaCommand(Personas personas, AccessStore access, InstantSource clock) {
        this.personas = requireNonNull(personas, "personas");
        this.access = requireNonNull(access, "access");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public final boolean own(CommandCall call) {
        return personas.manageableNamed(call)
                .filter(one -> one.owner().equals(call.user()))
                .isPresent();
    }

    @Override
    public final Answer run(CommandCall call) {
        return personas.manageableNamed(call)
                .map(one -> run(call, one))
                .orElseGet(() -> personas.named(call)
                        .map(one -> Answer.refuse(notHere(), one.name()))
                        .orElseGet(() -> Personas.unknown(call)));
    }

    /** The key of what is said about a character that is there and not the caller's to change. */
    String notHere() {
        return "persona.not-here";
    }

    @Override
    public List<String> completions(CommandCall call, String option) {
        return option.equals(Personas.NAME)
                ? personas.manageable(call).stream().map(AuthoredPersona::id).toList()
                : List.of();
    }

    abstract Answer run(CommandCall call, AuthoredPersona one);

    Personas personas() {
        return personas;
    }

    /** Keeps who did it, and says that it is done. */
    final Answer done(CommandCall call, AuthoredPersona one, String key) {
        access.audit(new AuditEntry(call.caller().place(), call.user(), call.name(), one.id(), clock.instant()));
        return Answer.say(key, one.persona().name());
    }
}
