package dramatis.message;

import static java.util.Objects.requireNonNull;

/**
 * A place where people and characters talk. Only the platform's adapter may take the ids apart.
 *
 * @param platform the adapter's name, such as {@code discord}
 * @param chatId a channel, group or private chat
 * @param threadId a thread or topic inside it; empty where there is none
 */
public record ConversationRef(String platform, String chatId, String threadId) {
    public ConversationRef {
        requireNonNull(platform, "platform");
        requireNonNull(chatId, "chatId");
        requireNonNull(threadId, "threadId");
    }

    /** The place without the thread: its channel; itself where there is no thread. */
    public ConversationRef channel() {
        return threadId.isEmpty() ? this : new ConversationRef(platform, chatId, "");
    }
}
