package dramatis.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Locale;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.User;

/** Whom the bot has met in this run: Telegram tells bots nothing about a name. Safe for use by many threads. */
final class People {
    private static final long MOST = 50_000;

    private final Cache<String, Long> ids =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final Cache<String, String> names =
            Caffeine.newBuilder().maximumSize(MOST).build();

    void met(User user) {
        names.put(Long.toString(user.getId()), Reading.name(user));
        Optional.ofNullable(user.getUserName())
                .ifPresent(username -> ids.put(username.toLowerCase(Locale.ROOT), user.getId()));
    }

    /** Somebody's id, from an id or from {@code @username}. */
    Optional<String> id(String given) {
        if (given.matches("-?[0-9]{1,19}")) {
            return Optional.of(given);
        }
        String username = given.startsWith("@") ? given.substring(1) : given;
        return Optional.ofNullable(ids.getIfPresent(username.toLowerCase(Locale.ROOT)))
                .map(String::valueOf);
    }

    /** What somebody is called; their id where that is not known. */
    String name(String id) {
        return Optional.ofNullable(names.getIfPresent(id)).orElse(id);
    }
}
