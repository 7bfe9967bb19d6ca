package dramatis.persona;

/**
 * What one person may have kept; against those who would fill the disk.
 *
 * @param personas how many characters they may own on a platform
 * @param texts how many characters (UTF-16 units) all texts of one of these may have together
 */
public record Quota(int personas, int texts) {
    /** More than anybody plays with. */
    public static final Quota DEFAULT = new Quota(100, 200_000);

    public Quota {
        if (personas < 0 || texts < 1) {
            throw new IllegalArgumentException("nobody can keep " + personas + " characters of " + texts + " signs");
        }
    }
}
