package dramatis.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dramatis.platform.Delivery;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.send.SendMessageDraft;

/**
 * Replies that are seen in private chats while they are made, before they are sent. A Bot API server that has no drafts is
 * asked once. Safe for use by many threads; returns soon.
 */
final class Drafts {
    private static final Logger log = LoggerFactory.getLogger(Drafts.class);

    private final Api api;
    /** What is seen last, by turn. */
    private final Cache<Long, Page> seen =
            Caffeine.newBuilder().maximumSize(1000).build();

    private volatile boolean missing;

    Drafts(Api api) {
        this.api = api;
    }

    boolean missing() {
        return missing;
    }

    /** Shows what a reply has so far. */
    void show(Spot spot, Delivery delivery) {
        if (missing || !spot.isPrivate() || !api.pacer().left(spot.chat()).isZero()) {
            return;
        }
        List<Page> pages = Pages.of(delivery.visible(), delivery.name());
        Page page = pages.get(pages.size() - 1);
        if (page.equals(seen.getIfPresent(delivery.turnId()))) {
            return;
        }
        seen.put(delivery.turnId(), page);
        SendMessageDraft draft = SendMessageDraft.builder()
                .chatId(spot.chat())
                .draftId(id(delivery.turnId()))
                .text(page.text())
                .entities(page.entities())
                .build();
        spot.topic().ifPresent(draft::setMessageThreadId);
        try {
            api.once(draft);
        } catch (ApiFailure e) {
            if (e.is(ApiFailure.Kind.REFUSED) && e.code() == 404) {
                missing = true;
                log.info("this Bot API server has no drafts: replies in private chats grow by edits");
            }
        }
    }

    /** Not 0, the same for all drafts of a turn. */
    private static int id(long turnId) {
        return (int) (turnId % Integer.MAX_VALUE) + 1;
    }
}
