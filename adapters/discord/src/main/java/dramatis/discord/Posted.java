package dramatis.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;

/**
 * What the bot itself has posted and deleted in this run: ids of messages, with the webhook that spoke, none where the
 * bot spoke itself. Safe for use by many threads.
 */
final class Posted {
    private static final int MOST = 100_000;

    private final Cache<String, Optional<String>> posted =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final Cache<String, Boolean> deleted = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    void posted(String messageId, Optional<String> hookId) {
        posted.put(messageId, hookId);
    }

    boolean has(String messageId) {
        return posted.getIfPresent(messageId) != null;
    }

    /** Who spoke: a webhook's id, or nothing for the bot; empty where this run does not know. */
    Optional<Optional<String>> speaker(String messageId) {
        return Optional.ofNullable(posted.getIfPresent(messageId));
    }

    /** It is about to be deleted by the bot. */
    void deleting(String messageId) {
        deleted.put(messageId, true);
    }

    boolean deletedByBot(String messageId) {
        return deleted.getIfPresent(messageId) != null;
    }
}
