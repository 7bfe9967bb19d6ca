package dramatis.characters;

/** Words out of a file, made fit to be shown on a terminal. */
final class Quoted {
    private static final int LONGEST = 40;

    private Quoted() {}

    /** In quotes. */
    static String of(String words) {
        return "\"" + cut(words) + "\"";
    }

    /** Without control characters, cut to a few words. */
    static String cut(String words) {
        String clean = words.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\u2028\u2029]", "\uFFFD");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }
}
