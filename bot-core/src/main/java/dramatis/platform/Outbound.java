package dramatis.platform;

import dramatis.message.ConversationRef;
import dramatis.message.MessageRef;
import dramatis.message.UserNotice;
import java.util.Optional;

/**
 * Where a platform's messages go out. Called on the conversation's lane: never twice at once for one conversation. It
 * may block for as long as the platform's limits ask for. What else a platform can do is an interface of its own, which
 * the same object may implement: {@link TurnWatcher}, {@link Eraser}, {@link ReplyControls}.
 */
public interface Outbound {
    /** How replies appear in this conversation; asked for each, must not block. */
    default Manner manner(ConversationRef conversation) {
        return Manner.PIECES;
    }

    /**
     * Posts what a character says; there is no way to give it a thought. Waits out rate limits and retries what is safe
     * to retry; an exception counts as {@link Receipt.Unknown}. The receipt names all messages that now show the
     * delivery, in order, those of {@link Delivery.Before} included that it stands in too.
     */
    Receipt post(Delivery delivery);

    /**
     * Tells the people of a conversation something; an exception is logged and forgotten.
     *
     * @return the message that it became, where an {@link Eraser} can take it away again
     */
    Optional<MessageRef> notice(ConversationRef conversation, UserNotice notice);
}
