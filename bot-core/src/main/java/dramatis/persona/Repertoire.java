package dramatis.persona;

import static java.util.Objects.requireNonNull;

import dramatis.message.Place;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** All characters there are: those that the bot came with, and those that people made up. Safe for use by many threads. */
public final class Repertoire implements PersonaStore {
    private final PersonaStore bundled;
    private final AuthoredPersonaStore authored;

    public Repertoire(PersonaStore bundled, AuthoredPersonaStore authored) {
        this.bundled = requireNonNull(bundled, "bundled");
        this.authored = requireNonNull(authored, "authored");
    }

    @Override
    public Optional<Persona> find(String id) {
        return bundled.find(id).or(() -> authored.find(id).map(AuthoredPersona::persona));
    }

    /** Those that are everywhere without anybody's doing. */
    @Override
    public List<Persona> list() {
        return bundled.list();
    }

    /** Those that can be played in a place, sorted by name. */
    public List<Persona> playable(Place place) {
        Collator names = Collator.getInstance(Locale.ROOT);
        return Stream.concat(
                        bundled.list().stream(),
                        authored.playable(place).stream().map(AuthoredPersona::persona))
                .sorted(Comparator.comparing(Persona::name, names).thenComparing(Persona::id))
                .toList();
    }
}
