package dramatis.address;

import dramatis.message.ConversationRef;
import java.util.Optional;

/**
 * What was chosen for channels and threads, on disk. Safe for use by many threads; each method is one transaction,
 * committed when it returns, and may block on the disk alone. Failures of the store are thrown as
 * {@link dramatis.session.StoreException}.
 */
public interface ChannelSettingsStore {
    /**
     * What holds in a place: what was chosen for it or, in a thread where nothing was, for its channel. Empty where
     * nothing was chosen in either: the caller has the default. One indexed read.
     */
    Optional<ChannelSettings> find(ConversationRef place);

    /** Whether something was chosen for exactly this place. */
    boolean chosen(ConversationRef place);

    /** Chooses for this place, all settings at once; for a channel it is so in its threads too. */
    void put(ConversationRef place, ChannelSettings settings);

    /** Takes back what was chosen for exactly this place. Nothing happens where nothing was. */
    void clear(ConversationRef place);

    /**
     * A place goes on under another id (a group that became a supergroup). Nothing happens where nothing was chosen for
     * exactly the old one; where something was for the new one, that stays.
     */
    void move(ConversationRef from, ConversationRef to);
}
