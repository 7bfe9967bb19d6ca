package dramatis.hub;

/**
 * Is told how a download goes, on the thread that fetches. Called often, so it should return at once. Nothing is called
 * where the cache has it all.
 */
public interface Progress {
    /**
     * The size is known, and bytes begin to come.
     *
     * @param done bytes that were there before: what a rate must not count
     * @param total bytes of all files together
     */
    void started(HubId id, long done, long total);

    /** Bytes came. Done grows with every part of a file, and shrinks when a file has to start anew. */
    void advanced(long done, long total);

    /** It takes a while, and the sentence says for what. */
    void waiting(String sentence);

    /** Tells nobody. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void started(HubId id, long done, long total) {}

            @Override
            public void advanced(long done, long total) {}

            @Override
            public void waiting(String sentence) {}
        };
    }
}
