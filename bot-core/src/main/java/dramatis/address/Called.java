package dramatis.address;

import dramatis.address.Present.Member;
import dramatis.address.Words.Kind;
import dramatis.address.Words.Word;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Who is called by name in a text: the first one named. Where several names begin at the same word, the longest, then a
 * whole name before a part of one, then the order of the cast.
 */
final class Called {
    /** What Korean puts behind a name without a space: a form of address, a particle, or both. */
    private static final Pattern KOREAN_ENDING = Pattern.compile(
            "(씨|님|양|군|쌤|선생님|언니|오빠|누나|형)?(이)?(야|아|여|가|는|은|를|을|의|도|만|랑|와|과|께|께서|에게|한테|하고|로|라고|부터|까지|처럼|보다)?");

    private static final Comparator<Name> BEST =
            Comparator.comparingInt(Name::length).thenComparing(name -> name.part() == Name.Part.WHOLE);

    private final List<Word> text;

    private Called(List<Word> text) {
        this.text = text;
    }

    /** The id of the persona that is called. */
    static Optional<String> by(String text, List<Member> cast) {
        List<Name> names = cast.stream().flatMap(Name::of).toList();
        Called called = new Called(Words.of(text));
        return IntStream.range(0, called.text.size())
                .mapToObj(at -> called.best(at, names))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Name::personaId);
    }

    private Optional<Name> best(int at, List<Name> names) {
        String first = text.get(at).text();
        return names.stream()
                .filter(name -> first.startsWith(name.words().get(0)) && stands(name, at))
                // of equals the first stays
                .reduce((a, b) -> BEST.compare(a, b) >= 0 ? a : b);
    }

    private boolean stands(Name name, int at) {
        int last = name.words().size() - 1;
        return at + last < text.size()
                && IntStream.range(0, last)
                        .allMatch(
                                i -> text.get(at + i).text().equals(name.words().get(i)))
                && isWithEnding(text.get(at + last), name.words().get(last))
                && (name.part() != Name.Part.LAST || isTitled(at))
                && (last > 0 || isFree(at));
    }

    private static boolean isWithEnding(Word word, String name) {
        return word.text().equals(name)
                || (word.kind() == Kind.LETTERS
                        && word.text().startsWith(name)
                        && KOREAN_ENDING
                                .matcher(word.text().substring(name.length()))
                                .matches());
    }

    private boolean isTitled(int at) {
        return at > 0 && Titles.isTitle(text.get(at - 1).text());
    }

    /** A single sign of a script without spaces is a part of too many words to be a name beside another. */
    private boolean isFree(int at) {
        return text.get(at).kind() != Kind.SIGN
                || (!text.get(at).glued()
                        && (at + 1 == text.size() || !text.get(at + 1).glued()));
    }
}
