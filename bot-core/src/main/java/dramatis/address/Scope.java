package dramatis.address;

/** What shares one conversation with a character. */
public enum Scope {
    /** A thread is a conversation of its own, and begins with the character of its channel. */
    THREAD,
    /** A channel and its threads are one conversation. */
    CHANNEL,
    /** Each person has a conversation of their own in each place. */
    USER
}
