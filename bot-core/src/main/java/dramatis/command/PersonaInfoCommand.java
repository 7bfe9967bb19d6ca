package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Role;
import dramatis.access.Rule;
import dramatis.command.Answer.Part;
import dramatis.command.CommandSpec.Option;
import dramatis.message.UserNotice;
import dramatis.persona.Persona;
import java.util.ArrayList;
import java.util.List;

/** {@code /persona info}: what may be told about a character; never its prompt text. */
final class PersonaInfoCommand implements Command {
    private final Personas personas;

    PersonaInfoCommand(Personas personas) {
        this.personas = requireNonNull(personas, "personas");
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.told("persona info", Rule.atLeast(Role.MEMBER), Option.line(Personas.NAME));
    }

    @Override
    public Answer run(CommandCall call) {
        return personas.named(call).map(PersonaInfoCommand::info).orElseGet(() -> Personas.unknown(call));
    }

    @Override
    public List<String> completions(CommandCall call, String option) {
        return personas.playable(call).stream().map(Persona::id).toList();
    }

    private static Answer info(Persona persona) {
        List<Part> parts = new ArrayList<>();
        parts.add(Personas.line(persona));
        persona.book().ifPresent(book -> parts.add(new Part.Say(UserNotice.of("persona.book", book))));
        if (!persona.avatar().isEmpty()) {
            parts.add(new Part.Say(UserNotice.of("persona.avatar", persona.avatar())));
        }
        if (!persona.tags().isEmpty()) {
            parts.add(new Part.Say(UserNotice.of("persona.tags", String.join(", ", persona.tags()))));
        }
        return new Answer(parts);
    }
}
