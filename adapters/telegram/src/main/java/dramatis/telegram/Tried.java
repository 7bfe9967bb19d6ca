package dramatis.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dramatis.platform.Delivery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this run knows of posts that it tried: Telegram cannot be asked whether a message was sent. Safe for use by many
 * threads.
 */
final class Tried {
    private static final long MOST = 50_000;
    private static final Integer LOST = -1;

    private final Cache<List<Long>, Map<Integer, Integer>> posts =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private static List<Long> key(Delivery delivery) {
        return List.of(delivery.turnId(), (long) delivery.piece());
    }

    /** Whether a page may have been sent by an attempt of which nothing more is known. */
    boolean unknown(Delivery delivery, int page) {
        Map<Integer, Integer> pages = posts.getIfPresent(key(delivery));
        return pages == null ? delivery.attempt() > 1 : LOST.equals(pages.get(page));
    }

    /** The message that a page became at an earlier attempt. */
    Optional<Integer> sent(Delivery delivery, int page) {
        return Optional.ofNullable(posts.getIfPresent(key(delivery)))
                .map(pages -> pages.get(page))
                .filter(id -> !LOST.equals(id));
    }

    private Map<Integer, Integer> pages(Delivery delivery) {
        return posts.get(key(delivery), key -> new ConcurrentHashMap<>());
    }

    /** It is about to be posted. */
    void begins(Delivery delivery) {
        var unused = pages(delivery);
    }

    void sent(Delivery delivery, int page, int messageId) {
        pages(delivery).put(page, messageId);
    }

    void lost(Delivery delivery, int page) {
        sent(delivery, page, LOST);
    }

    /** All of it stands. */
    void over(Delivery delivery) {
        posts.put(key(delivery), new ConcurrentHashMap<>());
    }
}
