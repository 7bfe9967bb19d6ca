package dramatis.address;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts as words that can be compared, in any script: capitals, width, points of vowels (Hebrew, Arabic) and invisible
 * characters do not count. Where a script puts no spaces between words each sign is a word, so that a name is found
 * anywhere between other signs; so is each emoji. A run of katakana is a word, since it mostly writes one foreign word.
 */
final class Words {
    private static final Pattern GRAPHEME = Pattern.compile("\\X");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);

    /** Each run of space is looked at once: long ones in the middle of a text cost no more than others. */
    private static final Pattern EDGE = Pattern.compile("^S+|(?<!S)S++$".replace("S", "[\\s\\p{Z}\\p{Cc}\\p{Cf}]"));

    private static final char JOINER = '\u200d';

    /** Format characters but joiners and the spaces without width; emoji styles and skins; optional points. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}&&[^\\u200b-\\u200d]]"
            + "|[\\ufe00-\\ufe0f\\x{1f3fb}-\\x{1f3ff}]"
            + "|[\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7]"
            + "|[\\u0640\\u064b-\\u0652\\u0670]");

    private static final Pattern ACCENT = Pattern.compile("[\\u0300-\\u036f\\u0653-\\u0655]");

    /**
     * One word.
     *
     * @param text folded
     * @param kind its script's kind
     * @param glued whether it is a sign that stands directly behind another sign
     */
    record Word(String text, Kind kind, boolean glued) {}

    /** What a word is made of. */
    enum Kind {
        /** Letters and digits of a script with spaces. */
        LETTERS,
        KATAKANA,
        /** Of a script without spaces. */
        SIGN,
        SYMBOL,
        NOTHING
    }

    private final List<Word> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private Kind kind = Kind.NOTHING;
    private boolean glued;

    private Words() {}

    /** The words of what somebody wrote, addresses of web pages left out. */
    static List<Word> of(String text) {
        Words words = new Words();
        Matcher grapheme = GRAPHEME.matcher(fold(ADDRESS.matcher(text).replaceAll(" ")));
        while (grapheme.find()) {
            words.add(grapheme.group());
        }
        words.close();
        return words.words;
    }

    private void add(String grapheme) {
        Kind next = kind(grapheme.codePointAt(0));
        boolean run = next == kind && (next == Kind.LETTERS || next == Kind.KATAKANA);
        if (!run) {
            boolean sticks = next == Kind.SIGN && kind == Kind.SIGN;
            close();
            kind = next;
            glued = sticks;
        }
        word.append(grapheme);
    }

    private void close() {
        if (kind != Kind.NOTHING) {
            words.add(new Word(word.toString().replace(String.valueOf(JOINER), ""), kind, glued));
        }
        word.setLength(0);
    }

    private static Kind kind(int point) {
        if (Character.isAlphabetic(point) || Character.isDigit(point)) {
            return switch (Character.UnicodeScript.of(point)) {
                case HAN, HIRAGANA, BOPOMOFO, THAI, LAO, KHMER, MYANMAR -> Kind.SIGN;
                case KATAKANA -> Kind.KATAKANA;
                default -> point == 'ー' ? Kind.KATAKANA : Kind.LETTERS;
            };
        }
        int type = Character.getType(point);
        // the newest emoji are not assigned yet
        return type == Character.OTHER_SYMBOL || type == Character.UNASSIGNED ? Kind.SYMBOL : Kind.NOTHING;
    }

    /** The same for all spellings of a text. Both Greek sigmas and both Turkish i are one, as are ß and ss. */
    private static String fold(String text) {
        String seen = UNSEEN.matcher(Normalizer.normalize(text, Form.NFKC)).replaceAll("");
        String cased = seen.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        // the non-joiner stands between a name and an ending in Persian
        return Normalizer.normalize(
                cased.replace('ς', 'σ').replace("i\u0307", "i").replace('\u200c', ' '), Form.NFKC);
    }

    /** A folded word as people write it who leave accents out. */
    static String unaccented(String folded) {
        if (Normalizer.isNormalized(folded, Form.NFKD)) {
            return folded; // has no accents; saves most of the time
        }
        return Normalizer.normalize(
                ACCENT.matcher(Normalizer.normalize(folded, Form.NFKD)).replaceAll(""), Form.NFKC);
    }

    /** A text in ordinary width, without white space and invisible characters at its ends. */
    static String plain(String text) {
        return EDGE.matcher(Normalizer.normalize(text, Form.NFKC)).replaceAll("");
    }
}
