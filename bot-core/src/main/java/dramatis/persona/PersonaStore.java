package dramatis.persona;

import java.util.List;
import java.util.Optional;

/** The characters that can be chosen. Called on ingest and worker threads; reads memory or one indexed row. */
public interface PersonaStore {
    Optional<Persona> find(String id);

    /** All of them, sorted by name. */
    List<Persona> list();
}
