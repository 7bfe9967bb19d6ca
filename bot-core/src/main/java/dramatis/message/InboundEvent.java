package dramatis.message;

import static java.util.Objects.requireNonNull;

/** Something that happened on a platform. What people ask for with a command goes another way: it is answered. */
public sealed interface InboundEvent {
    /** Somebody wrote a message. */
    record Message(InboundMessage message) implements InboundEvent {
        public Message {
            requireNonNull(message, "message");
        }
    }

    /** Somebody changed a message. */
    record Edited(MessageRef ref, String text) implements InboundEvent {
        public Edited {
            requireNonNull(ref, "ref");
            requireNonNull(text, "text");
        }
    }

    /** Somebody took a message away. */
    record Deleted(MessageRef ref) implements InboundEvent {
        public Deleted {
            requireNonNull(ref, "ref");
        }
    }

    /** A conversation goes on under another id. */
    record Moved(ConversationRef from, ConversationRef to) implements InboundEvent {
        public Moved {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
        }
    }

    /** The bot was taken out of a conversation. */
    record Removed(ConversationRef conversation) implements InboundEvent {
        public Removed {
            requireNonNull(conversation, "conversation");
        }
    }
}
