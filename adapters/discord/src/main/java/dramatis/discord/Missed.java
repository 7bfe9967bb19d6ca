package dramatis.discord;

import dramatis.message.MessageRef;
import java.util.Collection;

/** Knows where talks go on. Called on the ingest thread; may block on the store. */
@FunctionalInterface
public interface Missed {
    /** The last message that is known of each conversation where messages may have been missed. */
    Collection<MessageRef> lastSeen();
}
