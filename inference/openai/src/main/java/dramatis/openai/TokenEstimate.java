package dramatis.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Set;

/**
 * A count of tokens from a text's characters alone, meant not to be too low. Vocabularies differ least in English: common
 * words are one token everywhere, and other words grow by a token each few letters, in a text whose words are English
 * more slowly than elsewhere. Other scripts are taken to be spelt, byte by byte in the worst case.
 */
final class TokenEstimate {
    /** All below is in quarters of a token. */
    private static final int TOKEN = 4;

    private static final Set<String> COMMON =
            Set.of(("a about after again all am an and any are as asked at away back be"
                            + " because been before black but by came can cannot character come could dark day did do does done"
                            + " door down each even ever every eyes face father feel felt few find first for friend from gave get"
                            + " give go good had hand has have he head hear heard her here herself him himself his house how i if"
                            + " in into is it its just keep knew know lady last least leave left less let life light like little"
                            + " long look looked looks love made make man many may me men might mind mine more most mother much"
                            + " must my myself name never new next night no nor not nothing now of off old on once one only or"
                            + " other our out over own people place profile put rather reply right role room said same saw say"
                            + " says scene see she should side sir so some soon speak still such system take tell than that the"
                            + " their them then there these they thing think this those though thought three through time to told"
                            + " too took turn two under until up upon us user very voice want was water way we well went were"
                            + " what when where which while white who whom whose why will wish with without woman words work"
                            + " world would yes yet you young your yourself")
                    .split(" "));

    private final String text;
    private final boolean english;
    private long quarters;

    private TokenEstimate(String text) {
        this.text = text;
        english = isEnglish(text);
    }

    static int of(String text) {
        TokenEstimate estimate = new TokenEstimate(text);
        for (int at = 0; at < text.length(); ) {
            at = estimate.add(at);
        }
        return (int) Math.min(Integer.MAX_VALUE, (estimate.quarters + TOKEN - 1) / TOKEN);
    }

    /** Adds what begins there, and returns where the next begins. */
    private int add(int from) {
        char c = text.charAt(from);
        if (isLatin(c)) {
            int to = wordEnd(text, from);
            quarters += word(text.substring(from, to));
            return to;
        }
        if (c < 0x80) {
            quarters += c == ' ' && from + 1 < text.length() && isLatin(text.charAt(from + 1)) ? 0 : TOKEN;
            return from + 1;
        }
        int point = text.codePointAt(from);
        quarters += (long) TOKEN * spelt(point);
        return from + Character.charCount(point);
    }

    /** The tokens of a character outside ASCII. */
    private static int spelt(int point) {
        Character.UnicodeScript script = Character.UnicodeScript.of(point);
        boolean common = point < 0x10000;
        return switch (script) {
            case CYRILLIC -> 1;
            case HAN, HIRAGANA, KATAKANA -> common ? 2 : 4;
            default -> Character.toString(point).getBytes(UTF_8).length;
        };
    }

    private int word(String word) {
        boolean lower = word.equals(word.toLowerCase(Locale.ROOT));
        boolean capital = word.substring(1).equals(word.substring(1).toLowerCase(Locale.ROOT));
        if (capital && COMMON.contains(word.toLowerCase(Locale.ROOT))) {
            return TOKEN;
        }
        return english && lower
                ? TOKEN + Math.max(0, word.length() - 4) + 2 * odd(word)
                : TOKEN + 2 * Math.max(0, word.length() - 2) + 2 * capitals(word) + 3 * odd(word);
    }

    private static int capitals(String word) {
        return (int) word.chars().skip(1).filter(Character::isUpperCase).count();
    }

    /** How many letters stand behind three consonants or more: words have few of them. */
    private static int odd(String word) {
        int odd = 0;
        int run = 0;
        for (int i = 0; i < word.length(); i++) {
            run = "aeiouyAEIOUY".indexOf(word.charAt(i)) >= 0 ? 0 : run + 1;
            odd += run > 3 ? 1 : 0;
        }
        return odd;
    }

    /** Whether a third of the words are common English ones; single letters say nothing. */
    private static boolean isEnglish(String text) {
        int words = 0;
        int common = 0;
        for (int at = 0; at < text.length(); at++) {
            if (isLatin(text.charAt(at))) {
                int to = wordEnd(text, at);
                words++;
                common += to > at + 1 && COMMON.contains(text.substring(at, to).toLowerCase(Locale.ROOT)) ? 1 : 0;
                at = to;
            }
        }
        return common > 0 && 3 * common >= words;
    }

    private static int wordEnd(String text, int from) {
        int to = from;
        while (to < text.length() && isLatin(text.charAt(to))) {
            to++;
        }
        return to;
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
