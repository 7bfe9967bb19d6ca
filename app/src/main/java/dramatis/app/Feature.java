package dramatis.app;

/** What a setting belongs to. Settings of a part that this version does not have are refused instead of ignored. */
enum Feature {
    HERE("everything that this version has"),
    DISCORD("Discord"),
    TELEGRAM("Telegram"),
    THOUGHTS("sending thoughts to the owner");

    private final String words;

    Feature(String words) {
        this.words = words;
    }

    /** What it is, as a part of a sentence. */
    String words() {
        return words;
    }
}
