package dramatis.characters;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant. Pure functions, for any thread. */
public final class Nearest {
    /** Longer words are cut: nobody mistypes a page. */
    private static final int LONGEST = 64;

    private Nearest() {}

    /** The nearest of some words, if one is near enough to have been meant. */
    static Optional<String> to(String typed, Collection<String> words) {
        return words.stream()
                .filter(word -> isNear(typed, word))
                .min(Comparator.comparingInt(word -> distance(typed, word)));
    }

    static boolean isNear(String typed, String word) {
        return distance(typed, word) <= Math.max(1, Math.min(typed.length(), word.length()) / 3);
    }

    /** Letters to insert, delete, replace or swap with their neighbour (optimal string alignment). */
    public static int distance(String from, String to) {
        String a = from.substring(0, Math.min(LONGEST, from.length()));
        String b = to.substring(0, Math.min(LONGEST, to.length()));
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, d, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cheapest(String a, String b, int[][] d, int i, int j) {
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
