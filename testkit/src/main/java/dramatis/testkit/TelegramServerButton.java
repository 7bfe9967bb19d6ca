package dramatis.testkit;

import static java.util.Objects.requireNonNull;

/** A button below a message, with what the bot gets when it is pressed; buttons with an address have no data. */
public record TelegramServerButton(String text, String data) {
    public TelegramServerButton {
        requireNonNull(text, "text");
        requireNonNull(data, "data");
    }
}
