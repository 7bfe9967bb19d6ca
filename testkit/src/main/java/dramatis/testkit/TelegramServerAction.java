package dramatis.testkit;

import static java.util.Objects.requireNonNull;

/** A chat action that the bot showed; the thread is 0 without one. */
public record TelegramServerAction(String action, int threadId) {
    public TelegramServerAction {
        requireNonNull(action, "action");
    }
}
