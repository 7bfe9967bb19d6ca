package dramatis.message;

import static java.util.Objects.requireNonNull;

/** A message on a platform; the id is unique within its conversation. */
public record MessageRef(ConversationRef conversation, String messageId) {
    public MessageRef {
        requireNonNull(conversation, "conversation");
        requireNonNull(messageId, "messageId");
    }
}
