package dramatis.address;

/** What is kept as overheard where a manager has chosen a character; elsewhere it is always {@link #ADDRESSED}. */
public enum Listen {
    /** Everything that the bot can see. */
    ALL,
    /** What is addressed to the bot or its characters, answered or not. */
    ADDRESSED
}
