package dramatis.hub;

/** Counts the bytes of a download, all files together, and tells the progress. For one thread. */
final class Tally {
    private final Progress progress;
    private final long total;
    private long done;

    Tally(Progress progress, long done, long total) {
        this.progress = progress;
        this.done = done;
        this.total = total;
    }

    /** More bytes are there, or fewer where the number is negative. */
    void add(long bytes) {
        done += bytes;
        progress.advanced(done, total);
    }

    long done() {
        return done;
    }

    long total() {
        return total;
    }
}
