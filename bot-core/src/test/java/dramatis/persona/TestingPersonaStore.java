package dramatis.persona;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The characters it was made with. */
public final class TestingPersonaStore implements PersonaStore {
    private final List<Persona> personas;

    public TestingPersonaStore(Persona... personas) {
        this.personas = Arrays.stream(personas)
                .sorted(Comparator.comparing(Persona::name))
                .toList();
    }

    @Override
    public Optional<Persona> find(String id) {
        return personas.stream().filter(persona -> persona.id().equals(id)).findFirst();
    }

    @Override
    public List<Persona> list() {
        return personas;
    }

    /** A character of which only the id, the name and the profile are said. */
    public static Persona persona(String id, String name) {
        return new Persona(
                id,
                name,
                Optional.empty(),
                name + " is here to be tested.",
                "",
                "",
                "",
                List.of(),
                List.of(),
                "",
                List.of());
    }
}
