package dramatis.characters;

import static java.util.Objects.requireNonNull;

import dramatis.persona.Persona;
import dramatis.persona.PersonaStore;
import java.nio.file.Path;
import java.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The bundled cast and the characters of a folder, of which one with a bundled id takes the bundled one's place. Read
 * once, immutable, in memory; safe on any thread.
 */
public final class CharacterCatalog implements PersonaStore {
    private final Map<String, Persona> byId = new HashMap<>();
    private final List<Persona> byName;
    private final List<CharacterProblem> problems;

    private CharacterCatalog(List<Persona> bundled, CharacterFolder folder) {
        bundled.forEach(persona -> byId.put(persona.id(), persona));
        folder.characters().forEach(persona -> byId.put(persona.id(), persona));
        byName = byId.values().stream().sorted(byName()).toList();
        problems = folder.problems();
    }

    /** The bundled cast alone. */
    public static CharacterCatalog bundled() {
        return new CharacterCatalog(BundledCast.read(), new CharacterFolder(List.of(), List.of()));
    }

    /** The bundled cast and a folder's characters; what is wrong with the folder is told by {@link #problems()}. */
    public static CharacterCatalog with(Path folder) {
        return new CharacterCatalog(BundledCast.read(), CharacterFolder.read(folder));
    }

    @Override
    public Optional<Persona> find(String id) {
        return Optional.ofNullable(byId.get(requireNonNull(id, "id")));
    }

    @Override
    public List<Persona> list() {
        return byName;
    }

    /** Finds whom somebody means who types an id, a name, or a part of one. */
    public Lookup closest(String words) {
        return Lookup.of(byName, words);
    }

    /** What is wrong with the folder's files that could not be read. */
    public List<CharacterProblem> problems() {
        return problems;
    }

    /** As a person sorts names: capitals and accents count last. The id decides between namesakes. */
    private static Comparator<Persona> byName() {
        Collator names = Collator.getInstance(Locale.ROOT);
        return Comparator.comparing(Persona::name, names).thenComparing(Persona::id);
    }
}
