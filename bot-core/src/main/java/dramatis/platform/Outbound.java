package dramatis.platform;

import dramatis.message.ConversationRef;
import dramatis.message.UserNotice;

/**
 * Where a platform's messages go out. Called on the conversation's lane: never twice at once for one conversation. It
 * may block for as long as the platform's limits ask for. What else a platform can do is an interface of its own, which
 * the same object may implement: {@link TurnWatcher}.
 */
public interface Outbound {
    /**
     * Posts what a character says; there is no way to give it a thought. Waits out rate limits and retries what is safe
     * to retry; an exception counts as {@link Receipt.Unknown}.
     */
    Receipt post(Delivery delivery);

    /** Tells the people of a conversation something; an exception is logged and forgotten. */
    void notice(ConversationRef conversation, UserNotice notice);
}
