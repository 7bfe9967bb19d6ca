package dramatis.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;

/** Who runs which group, asked of Telegram and known for a minute. Safe for use by many threads; may block. */
final class Admins {
    private static final Logger log = LoggerFactory.getLogger(Admins.class);

    private final Api api;
    private final Cache<List<Long>, Boolean> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    Admins(Api api) {
        this.api = api;
    }

    /**
     * Whether somebody is a group's creator or administrator; not where Telegram does not say so.
     *
     * @param fresh asked anew, since it matters
     */
    boolean include(long chat, long user, boolean fresh) {
        List<Long> key = List.of(chat, user);
        Boolean before = fresh ? null : known.getIfPresent(key);
        if (before != null) {
            return before;
        }
        try {
            boolean admin = Membership.administers(api.repeatedly(chat, new GetChatMember(Long.toString(chat), user)));
            known.put(key, admin);
            return admin;
        } catch (ApiFailure e) {
            log.warn("Telegram does not say who runs a group: {}", e.getMessage());
            return false;
        }
    }
}
