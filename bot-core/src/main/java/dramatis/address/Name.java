package dramatis.address;

import dramatis.address.Present.Member;
import dramatis.address.Words.Kind;
import dramatis.address.Words.Word;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One way to call a character: by its whole name with or without titles, by the first name, or by a title and the last.
 * Each also without accents, as it is typed in a hurry: a text may leave them out, and not add any.
 *
 * @param personaId whose it is
 * @param words folded, one after another
 * @param part how much of a name it is
 */
record Name(String personaId, List<String> words, Part part) {
    /** What stands between the parts of a name; a hyphen or an apostrophe stands within one. */
    private static final Pattern GAP = Pattern.compile("[\\s\\p{Z}·・･•‧]+");

    /** Shorter ones are too many other words. */
    private static final int SHORTEST_UNACCENTED = 3;

    /** How much of a name it is. */
    enum Part {
        WHOLE,
        FIRST,
        /** Counts behind a title only. */
        LAST
    }

    static Stream<Name> of(Member member) {
        return member.names().stream().flatMap(name -> of(member.personaId(), name));
    }

    private static Stream<Name> of(String personaId, String name) {
        List<List<String>> parts = GAP.splitAsStream(name)
                .map(Name::words)
                .filter(Predicate.not(List::isEmpty))
                .toList();
        List<List<String>> bare =
                parts.stream().dropWhile(Predicate.not(Titles::isName)).toList();
        Stream<Name> whole = Stream.of(parts, bare)
                .distinct()
                .filter(Predicate.not(List::isEmpty))
                .map(some -> whole(personaId, some));
        Stream<Name> some = bare.size() < 2
                ? Stream.empty()
                : Stream.of(
                        new Name(personaId, bare.get(0), Part.FIRST),
                        new Name(personaId, bare.get(bare.size() - 1), Part.LAST));
        return Stream.concat(whole, some).flatMap(Name::spellings);
    }

    private static Name whole(String personaId, List<List<String>> parts) {
        return new Name(personaId, parts.stream().flatMap(List::stream).toList(), Part.WHOLE);
    }

    /** Emoji count in a name that is made of nothing else. */
    private static List<String> words(String part) {
        List<Word> words = Words.of(part);
        boolean letters = words.stream().anyMatch(word -> word.kind() != Kind.SYMBOL);
        return words.stream()
                .filter(word -> !letters || word.kind() != Kind.SYMBOL)
                .map(Word::text)
                .toList();
    }

    private Stream<Name> spellings() {
        Name plain = new Name(personaId, words.stream().map(Words::unaccented).toList(), part);
        return plain.equals(this) || plain.length() < SHORTEST_UNACCENTED ? Stream.of(this) : Stream.of(this, plain);
    }

    int length() {
        return words.stream().mapToInt(String::length).sum();
    }
}
