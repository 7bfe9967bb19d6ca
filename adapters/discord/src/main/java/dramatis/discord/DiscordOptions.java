package dramatis.discord;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.requests.RestConfig;

/**
 * How Discord is reached.
 *
 * @param token the bot's; never printed
 * @param apiUrl base of the REST API, up to and with {@code /api/v10}; the gateway is the one that it names
 * @param ownerId the user whose the bot is; the application's owner where it is empty
 * @param locale the language of what the bot says; people's own where it is empty
 */
public record DiscordOptions(String token, URI apiUrl, Optional<String> ownerId, Optional<Locale> locale) {
    /** The {@code platform} of every ref of Discord. */
    public static final String PLATFORM = "discord";

    /** Discord's own API. */
    public static final URI API = URI.create(RestConfig.DEFAULT_BASE_URL);

    public DiscordOptions {
        requireNonNull(token, "token");
        requireNonNull(apiUrl, "apiUrl");
        requireNonNull(ownerId, "ownerId");
        requireNonNull(locale, "locale");
    }

    /** Discord itself, with what else is usual. */
    public static DiscordOptions of(String token) {
        return new DiscordOptions(token, API, Optional.empty(), Optional.empty());
    }

    /** The base with the slash at its end that paths are added to. */
    String base() {
        String base = apiUrl.toString();
        return base.endsWith("/") ? base : base + "/";
    }

    @Override
    public String toString() {
        return "DiscordOptions[apiUrl=" + apiUrl + ", ownerId=" + ownerId + ", locale=" + locale + "]";
    }
}
