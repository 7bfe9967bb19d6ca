package dramatis.command;

import dramatis.persona.Persona;
import dramatis.persona.PersonaStore;
import java.util.List;
import java.util.Optional;

/** The option that names a character: by its id, or by its name in any case. */
final class PersonaOption {
    static final String NAME = "name";

    private PersonaOption() {}

    static Optional<Persona> named(PersonaStore personas, CommandCall call) {
        String given = call.option(NAME).orElse("").strip();
        return personas.find(given)
                .or(() -> personas.list().stream()
                        .filter(persona -> persona.name().equalsIgnoreCase(given)
                                || persona.id().equalsIgnoreCase(given))
                        .findFirst());
    }

    static Answer unknown(CommandCall call) {
        return Answer.say("persona.unknown", call.option(NAME).orElse(""));
    }

    static List<String> completions(PersonaStore personas) {
        return personas.list().stream().map(Persona::id).toList();
    }
}
