package dramatis.address;

/** What makes the bot answer a message. Where several hold, the first in this order is the one. */
public enum Trigger {
    /** It was written in a private chat, or said with a command: always on, nobody's choice. */
    DIRECT,
    /** It mentions the bot. */
    MENTION,
    /** It replies to what a character said. */
    REPLY,
    /** It calls a character by name. */
    NAME,
    /** Everything is answered. */
    ALL,
    /** One in so many is answered. */
    CHANCE
}
