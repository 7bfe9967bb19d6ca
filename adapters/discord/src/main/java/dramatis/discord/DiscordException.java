package dramatis.discord;

/** Discord cannot be used; the message is a sentence for whoever runs the bot. */
public final class DiscordException extends RuntimeException {
    DiscordException(String message) {
        super(message);
    }

    DiscordException(String message, Throwable cause) {
        super(message, cause);
    }
}
