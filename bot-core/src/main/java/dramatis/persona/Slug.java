package dramatis.persona;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Ids of characters: lower-case letters of any script, digits and single hyphens. An instance is for one thread. */
public final class Slug {
    private static final String WORD = "[\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{Nd}]+";
    private static final Pattern WHOLE = Pattern.compile(WORD + "(-" + WORD + ")*");

    /** In code points: with four bytes each and an ending it still is a file name everywhere. */
    public static final int LONGEST = 48;

    /** Ids are unique among those made by the same instance. */
    private final Set<String> taken = new HashSet<>();

    public static boolean isSlug(String id) {
        return id.codePointCount(0, id.length()) <= LONGEST && WHOLE.matcher(id).matches();
    }

    /** "Mr. Toad" is {@code mr-toad}; a name without a letter or digit is {@code character}. */
    public static String of(String name) {
        String lower = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        String words = lower.replaceAll("['’]", "").replaceAll("[^\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{Nd}]+", "-");
        String slug = trimmed(words.startsWith("-") ? words.substring(1) : words, LONGEST);
        return slug.isEmpty() ? "character" : slug;
    }

    /** The slug of a name, numbered from 2 when it is taken. */
    public String unique(String name) {
        String slug = of(name);
        String id = slug;
        for (int n = 2; !taken.add(id); n++) {
            id = trimmed(slug, LONGEST - ("-" + n).length()) + "-" + n;
        }
        return id;
    }

    private static String trimmed(String slug, int most) {
        int length = slug.codePointCount(0, slug.length());
        String cut = length <= most ? slug : slug.substring(0, slug.offsetByCodePoints(0, most));
        return cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut;
    }
}
