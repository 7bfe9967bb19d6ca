package dramatis.testkit;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How often a bot may write before a {@link TelegramServer} answers 429; edits count as messages.
 *
 * @param chatGap the time between two messages in one chat
 * @param groupMessages how many in {@code groupWindow} in one group
 * @param messagesPerSecond in all chats together
 */
public record TelegramServerLimits(Duration chatGap, int groupMessages, Duration groupWindow, int messagesPerSecond) {
    public TelegramServerLimits {
        requireNonNull(chatGap, "chatGap");
        requireNonNull(groupWindow, "groupWindow");
    }

    /** What the Bot API's FAQ names: one a second in a chat, 20 a minute in a group, 30 a second in all. */
    public static TelegramServerLimits telegram() {
        return new TelegramServerLimits(Duration.ofSeconds(1), 20, Duration.ofMinutes(1), 30);
    }

    public static TelegramServerLimits none() {
        return new TelegramServerLimits(Duration.ZERO, Integer.MAX_VALUE, Duration.ZERO, Integer.MAX_VALUE);
    }
}
