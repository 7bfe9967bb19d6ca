package dramatis.telegram;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.telegram.telegrambots.meta.TelegramUrl;

/**
 * How Telegram is reached.
 *
 * @param token the bot's; never printed
 * @param apiUrl scheme, host and port of a Bot API server
 * @param ownerId the user whose the bot is; whoever is paired where it is empty
 * @param locale the language of what the bot says; people's own where it is empty
 */
public record TelegramOptions(String token, URI apiUrl, Optional<String> ownerId, Optional<Locale> locale) {
    /** The {@code platform} of every ref of Telegram. */
    public static final String PLATFORM = "telegram";

    /** Telegram's own server. */
    public static final URI API = URI.create("https://api.telegram.org");

    public TelegramOptions {
        requireNonNull(token, "token");
        requireNonNull(apiUrl, "apiUrl");
        requireNonNull(ownerId, "ownerId");
        requireNonNull(locale, "locale");
        if (apiUrl.getHost() == null || apiUrl.getScheme() == null) {
            throw new IllegalArgumentException("a Bot API server's address has a scheme and a host: " + apiUrl);
        }
    }

    /** Telegram itself, with what else is usual. */
    public static TelegramOptions of(String token) {
        return new TelegramOptions(token, API, Optional.empty(), Optional.empty());
    }

    TelegramUrl url() {
        int port = apiUrl.getPort() >= 0 ? apiUrl.getPort() : apiUrl.getScheme().equals("http") ? 80 : 443;
        return new TelegramUrl(apiUrl.getScheme(), apiUrl.getHost(), port, false);
    }

    @Override
    public String toString() {
        return "TelegramOptions[apiUrl=" + apiUrl + ", ownerId=" + ownerId + ", locale=" + locale + "]";
    }
}
