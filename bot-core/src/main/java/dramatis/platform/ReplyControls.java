package dramatis.platform;

import static java.util.Objects.requireNonNull;

import dramatis.message.ConversationRef;
import java.util.List;

/**
 * An adapter that offers what can be done with the last reply of a conversation: other swipes, another try, to take it
 * back. Called on the conversation's lane; may block as {@link Outbound} may. Each control runs the command of its
 * name ({@code swipe}, {@code retry}, {@code undo}) with the option {@code reply}: where the reply is the last no more,
 * the command answers with a sentence.
 */
public interface ReplyControls {
    /** A reply is whole on the platform, or shows another swipe: it has the controls now, and no other has. */
    void offer(ConversationRef conversation, Shown reply);

    /**
     * A reply as it stands.
     *
     * @param id for the option {@code reply}
     * @param messageIds the platform's messages that show it, in order
     * @param swipe the number of the one that shows, from 0
     * @param swipes how many there are
     */
    record Shown(long id, List<String> messageIds, int swipe, int swipes) {
        public Shown {
            messageIds = List.copyOf(requireNonNull(messageIds, "messageIds"));
        }
    }
}
