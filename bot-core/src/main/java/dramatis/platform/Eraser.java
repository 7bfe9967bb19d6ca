package dramatis.platform;

import dramatis.message.MessageRef;
import java.util.List;

/** An adapter that can take messages away. Called on the conversation's lane; may block as {@link Outbound} may. */
public interface Eraser {
    /**
     * Takes messages away: the bot's own and, where the platform permits it, those of others. What is gone already or
     * may not be taken away is passed over.
     */
    void erase(List<MessageRef> messages);
}
