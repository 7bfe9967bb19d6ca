package dramatis.app;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;

/**
 * How a chat platform is reached.
 *
 * @param token the bot's
 * @param api where its API is, instead of the platform's own
 * @param owner the id of the user whose the bot is; found out where it is empty
 */
record PlatformSettings(Secret token, Optional<URI> api, Optional<String> owner) {
    PlatformSettings {
        requireNonNull(token, "token");
        requireNonNull(api, "api");
        requireNonNull(owner, "owner");
    }

    /** Empty without a token. */
    static Optional<PlatformSettings> discord(Values values) {
        return of(values, Key.DISCORD_TOKEN, Key.DISCORD_API_URL, Key.DISCORD_OWNER_ID);
    }

    /** Empty without a token. */
    static Optional<PlatformSettings> telegram(Values values) {
        return of(values, Key.TELEGRAM_TOKEN, Key.TELEGRAM_API_URL, Key.TELEGRAM_OWNER_ID);
    }

    private static Optional<PlatformSettings> of(Values values, Key tokenKey, Key apiKey, Key ownerKey) {
        var token = values.secret(tokenKey);
        var api = values.optionalUrl(apiKey);
        var owner = values.optionalId(ownerKey);
        if (token.isEmpty()) {
            values.refuseWithout(apiKey, tokenKey);
            values.refuseWithout(ownerKey, tokenKey);
        }
        return token.map(known -> new PlatformSettings(known, api, owner));
    }
}
