package dramatis.telegram;

/** Telegram cannot be used; its message is a sentence for whoever runs the bot. */
public final class TelegramException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TelegramException(String message) {
        super(message);
    }
}
