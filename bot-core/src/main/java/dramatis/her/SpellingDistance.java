package dramatis.her;

/** How many slips of the pen lie between two words: a letter left out, put in, changed, or two swapped. */
public final class SpellingDistance {
    private SpellingDistance() {}

    /** Whether at most so many slips make one word of the other (optimal string alignment). */
    public static boolean within(int most, String one, String other) {
        if (Math.abs(one.length() - other.length()) > most) {
            return false;
        }
        int[] before = null;
        int[] last = new int[other.length() + 1];
        for (int j = 0; j < last.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = row(i, one, other, before == null ? last : before, last);
            before = last;
            last = row;
        }
        return last[other.length()] <= most;
    }

    private static int[] row(int i, String one, String other, int[] before, int[] last) {
        int[] row = new int[last.length];
        row[0] = i;
        for (int j = 1; j < row.length; j++) {
            int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
            row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
            if (i > 1 && j > 1 && swapped(one, i, other, j)) {
                row[j] = Math.min(row[j], before[j - 2] + 1);
            }
        }
        return row;
    }

    private static boolean swapped(String one, int i, String other, int j) {
        return one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }
}
