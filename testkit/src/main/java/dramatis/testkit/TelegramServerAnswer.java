package dramatis.testkit;

import static java.util.Objects.requireNonNull;

/** What the bot answered to a button that was pressed; the text may be empty. */
public record TelegramServerAnswer(String callbackId, String text, boolean alert) {
    public TelegramServerAnswer {
        requireNonNull(callbackId, "callbackId");
        requireNonNull(text, "text");
    }
}
