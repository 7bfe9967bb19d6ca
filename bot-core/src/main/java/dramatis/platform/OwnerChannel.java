package dramatis.platform;

/** The one way for thoughts to leave the bot: to its owner, in private. Called on the conversation's lane; may block. */
public interface OwnerChannel {
    /**
     * Whether it takes thoughts and plans as they close; else it gets a turn's thoughts once the turn is over, all
     * together, and no plan.
     */
    default boolean live() {
        return false;
    }

    /** Sends thoughts, or nothing at all where it is not sure that only the owner reads them. */
    void whisper(Whisper whisper);
}
