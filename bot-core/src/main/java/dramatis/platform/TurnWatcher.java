package dramatis.platform;

import dramatis.message.ConversationRef;

/**
 * An adapter that shows how a turn goes on, as a typing indicator or otherwise. Called on the conversation's lane, in
 * order with the posts of the turn; must not block for long.
 */
public interface TurnWatcher {
    /** How far a turn has come. */
    enum Phase {
        /** A seat has taken it, the model reads and plans. */
        PLANNING,
        /** The model cannot be reached; planning begins anew when it can. */
        WAITING,
        /** The plan is closed. */
        SPEAKING,
        /** All of it is posted. */
        POSTED,
        /** It was stopped. */
        CANCELLED,
        /** It ended with a notice. */
        FAILED;

        public boolean last() {
            return this == POSTED || this == CANCELLED || this == FAILED;
        }
    }

    void turnChanged(ConversationRef conversation, long turnId, Phase phase);
}
