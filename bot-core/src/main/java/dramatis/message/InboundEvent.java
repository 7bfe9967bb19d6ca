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

    /**
     * A message was said again in another form, as by a proxy that speaks for its author: the new one takes the old
     * one's place. Where the old one is unknown the new one is as any message.
     */
    record Replaced(MessageRef before, InboundMessage message) implements InboundEvent {
        public Replaced {
            requireNonNull(before, "before");
            requireNonNull(message, "message");
        }
    }

    /** A conversation is no more: a channel was deleted. */
    record Removed(ConversationRef conversation) implements InboundEvent {
        public Removed {
            requireNonNull(conversation, "conversation");
        }
    }

    /** The bot was taken out of a place, with all its conversations. */
    record Left(Place place) implements InboundEvent {
        public Left {
            requireNonNull(place, "place");
        }
    }

    /** The bot is in a place, for the first time or again. */
    record Joined(Place place) implements InboundEvent {
        public Joined {
            requireNonNull(place, "place");
        }
    }
}
