package dramatis.characters;

import static java.util.Objects.requireNonNull;

import dramatis.persona.Persona;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whom somebody meant.
 *
 * @param found the one meant, where there is no doubt
 * @param suggestions where there is: those who could be meant, the likeliest first, five at most; may be empty
 */
public record Lookup(Optional<Persona> found, List<Persona> suggestions) {
    private static final int MOST = 5;

    public Lookup {
        requireNonNull(found, "found");
        suggestions = List.copyOf(suggestions);
    }

    /**
     * Looks among some characters for an id, then a name, then the beginning of an id, a name or a word of a name;
     * capitals, accents, spaces and hyphens do not count.
     */
    public static Lookup of(List<Persona> among, String words) {
        String typed = folded(words);
        if (typed.isEmpty()) {
            return new Lookup(Optional.empty(), List.of());
        }
        return Stream.<Predicate<Persona>>of(
                        persona -> persona.id().equals(words),
                        persona -> folded(persona.id()).equals(typed),
                        persona -> folded(persona.name()).equals(typed),
                        persona -> keys(persona).anyMatch(key -> key.startsWith(typed)))
                .map(means -> among.stream().filter(means).toList())
                .filter(matches -> !matches.isEmpty())
                .findFirst()
                .map(Lookup::among)
                .orElseGet(() -> new Lookup(Optional.empty(), near(among, typed)));
    }

    private static Lookup among(List<Persona> matches) {
        return matches.size() == 1
                ? new Lookup(Optional.of(matches.get(0)), List.of())
                : new Lookup(Optional.empty(), matches.stream().limit(MOST).toList());
    }

    private static List<Persona> near(List<Persona> among, String typed) {
        return among.stream()
                .filter(persona -> keys(persona).anyMatch(key -> Nearest.isNear(typed, key)))
                .sorted(Comparator.comparingInt(persona -> keys(persona)
                        .mapToInt(key -> Nearest.distance(typed, key))
                        .min()
                        .orElse(Integer.MAX_VALUE)))
                .limit(MOST)
                .toList();
    }

    private static Stream<String> keys(Persona persona) {
        return Stream.concat(
                Stream.of(folded(persona.id()), folded(persona.name())),
                Stream.of(persona.name().split("[\\s-]+")).map(Lookup::folded).filter(word -> !word.isEmpty()));
    }

    private static String folded(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]", "");
    }
}
