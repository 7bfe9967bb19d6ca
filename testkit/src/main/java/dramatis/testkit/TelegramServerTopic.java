package dramatis.testkit;

import static java.util.Objects.requireNonNull;

/**
 * A topic of a forum; General is no topic, it is the forum itself.
 *
 * @param threadId the number of the message that says it was made
 */
public record TelegramServerTopic(TelegramServerChat chat, int threadId, String name) {
    public TelegramServerTopic {
        requireNonNull(chat, "chat");
        requireNonNull(name, "name");
    }
}
