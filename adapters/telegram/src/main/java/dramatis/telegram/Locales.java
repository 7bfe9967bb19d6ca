package dramatis.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Locale;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.User;

/** People's languages, which Telegram tells with what they write. Safe for use by many threads. */
final class Locales {
    private final Optional<Locale> always;
    private final Cache<Long, Locale> chats =
            Caffeine.newBuilder().maximumSize(10_000).build();

    /** @param always the one language of everybody, where it is set */
    Locales(Optional<Locale> always) {
        this.always = always;
    }

    /** The language of somebody who wrote in a chat, which is spoken there from now on. */
    Locale spoken(long chat, User user) {
        Locale locale = of(user);
        chats.put(chat, locale);
        return locale;
    }

    Locale of(User user) {
        return always.or(() -> Optional.ofNullable(user.getLanguageCode())
                        .filter(tag -> !tag.isBlank())
                        .map(Locale::forLanguageTag))
                .orElse(Locale.ENGLISH);
    }

    /** What was spoken in a chat last. */
    Locale in(long chat) {
        return always.orElseGet(() -> chats.get(chat, id -> Locale.ENGLISH));
    }
}
