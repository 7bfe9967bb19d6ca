package dramatis.app;

/** What a setting belongs to. Settings of a part that this version does not have are refused instead of ignored. */
enum Feature {
    HERE("everything that this version has"),
    TELEGRAM("Telegram");

    private final String words;

    Feature(String words) {
        this.words = words;
    }

    /** What it is, as a part of a sentence. */
    String words() {
        return words;
    }
}
