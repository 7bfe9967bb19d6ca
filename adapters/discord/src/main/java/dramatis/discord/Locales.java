package dramatis.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Locale;
import java.util.Optional;

/**
 * People's languages. Discord tells them with commands only, and they are remembered from there; of others the server's
 * is taken. Safe for use by many threads.
 */
final class Locales {
    private final Optional<Locale> always;
    private final Cache<String, Locale> people =
            Caffeine.newBuilder().maximumSize(10_000).build();
    private final Cache<String, Locale> channels =
            Caffeine.newBuilder().maximumSize(10_000).build();

    /** @param always the one language of everybody, where it is set */
    Locales(Optional<Locale> always) {
        this.always = always;
    }

    void learn(String userId, Locale locale) {
        people.put(userId, locale);
    }

    /** A person's language; of a stranger the given one. */
    Locale of(String userId, Locale otherwise) {
        return always.orElseGet(() -> people.get(userId, id -> otherwise));
    }

    /** What was spoken in a channel last. */
    void spoken(String channelId, Locale locale) {
        channels.put(channelId, locale);
    }

    /** The language of a channel; the given one where nothing was spoken yet. */
    Locale in(String channelId, Locale otherwise) {
        return always.or(() -> Optional.ofNullable(channels.getIfPresent(channelId)))
                .orElse(otherwise);
    }
}
