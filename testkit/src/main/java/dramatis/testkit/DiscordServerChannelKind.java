package dramatis.testkit;

/** Kinds of channels, with Discord's numbers ("Channel Types"). */
enum DiscordServerChannelKind {
    TEXT(0),
    DM(1),
    ANNOUNCEMENT(5),
    PUBLIC_THREAD(11),
    PRIVATE_THREAD(12),
    FORUM(15);

    private final int number;

    DiscordServerChannelKind(int number) {
        this.number = number;
    }

    boolean isThread() {
        return this == PUBLIC_THREAD || this == PRIVATE_THREAD;
    }

    int number() {
        return number;
    }
}
