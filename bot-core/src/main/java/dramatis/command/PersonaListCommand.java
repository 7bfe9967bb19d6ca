package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;

/** {@code /persona list}: who can be chosen. */
final class PersonaListCommand implements Command {
    private final Personas personas;

    PersonaListCommand(Personas personas) {
        this.personas = requireNonNull(personas, "personas");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told("persona list", Rule.atLeast(Role.MEMBER));
    }

    @Override
    public Answer run(CommandCall call) {
        return new Answer(personas.playable(call).stream().map(Personas::line).toList());
    }
}
