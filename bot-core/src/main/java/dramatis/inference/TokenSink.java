package dramatis.inference;

/** Where a generation's text goes while it is made. Both methods are called on the thread that called generate. */
public interface TokenSink {
    /**
     * Takes what one more token added to the reply; empty while a character or a possible stop string is not complete.
     * Called once for each new token, so that calls count tokens; a last call may flush what was held.
     */
    void onText(String text);

    /** Takes what a server set apart as the model's thinking: never to be seen. Dropped unless somebody keeps it. */
    default void onHidden(String text) {}

    /** Whether nobody wants the rest: asked before every step, every prefill chunk, and while waiting for a server. */
    boolean cancelled();
}
