package dramatis.her;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a {@code Name:} at the beginning of a line is told, in any script. */
final class Names {
    /** What may stand beside a name for emphasis. */
    private static final String EMPHASIS = "*_~`\"'“”‘’「」『』[](){}【】#";

    /** How much longer than the longest name, its accents apart, a line's head may be: emphasis, spaces. */
    private static final int SLACK = 16;

    private Names() {}

    /** Names to tell; not safe for use by several threads. They are folded when a colon first asks for them. */
    static final class Known {
        private final Collection<String> names;
        private final String except;
        private final int longest;
        private @Nullable Set<String> folded;

        private Known(Collection<String> names, String except) {
            this.names = requireNonNull(names, "names");
            this.except = requireNonNull(except, "except");
            longest = 2 * names.stream().mapToInt(String::length).max().orElse(0) + SLACK;
        }

        /** As many characters as the head of a line may have to hold one. */
        int longest() {
            return longest;
        }

        boolean contains(String head) {
            Set<String> known = folded;
            if (known == null) {
                Set<String> gone = spellings(except).collect(Collectors.toSet());
                known = names.stream()
                        .flatMap(Names::spellings)
                        .filter(n -> !gone.contains(n))
                        .collect(Collectors.toSet());
                folded = known;
            }
            return known.contains(fold(head));
        }

        /** These names without one of them. */
        Known less(String name) {
            return new Known(names, name);
        }
    }

    static Known known(Collection<String> names) {
        return new Known(names, "");
    }

    /** A name as it is, and as a prompt shows it. */
    private static Stream<String> spellings(String name) {
        String folded = fold(name);
        if (folded.isEmpty()) {
            return Stream.empty();
        }
        String shown = Neutral.name(name);
        return shown.equals(name) ? Stream.of(folded) : Stream.of(folded, fold(shown));
    }

    /**
     * The same for all spellings of a name: compatibility forms, capitals, emphasis, invisible characters and the width
     * of white space do not count.
     */
    static String fold(String name) {
        StringBuilder kept = new StringBuilder(name.length());
        boolean space = false;
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (isSpace(c)) {
                space = true;
            } else if (Character.getType(c) != Character.FORMAT && EMPHASIS.indexOf(c) < 0) {
                if (space && !kept.isEmpty()) {
                    kept.append(' ');
                }
                space = false;
                kept.append(c);
            }
        }
        return kept.toString().toLowerCase(Locale.ROOT);
    }

    /** ASCII, full width and small form. */
    static boolean isColon(char c) {
        return c == ':' || c == '：' || c == '﹕' || c == '︓' || c == '∶' || c == '꞉';
    }

    static boolean isEmphasis(char c) {
        return EMPHASIS.indexOf(c) >= 0;
    }

    static boolean isLineBreak(char c) {
        return (c >= '\n' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    /** White space of any kind, the unbreakable ones included. */
    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }
}
