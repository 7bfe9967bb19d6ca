package dramatis.platform;

/**
 * An adapter that can show a reply before it is posted, where replies are posted once they are whole: something that is
 * seen for a while and is no message. Called on the conversation's lane, as each segment closes; must not block for long.
 */
public interface Previewer {
    /** Shows what a reply has so far; it is posted, in the usual way, when it is whole. */
    void preview(Delivery soFar);
}
