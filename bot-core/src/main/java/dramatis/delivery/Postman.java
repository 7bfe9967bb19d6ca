package dramatis.delivery;

import static java.util.Objects.requireNonNull;

import dramatis.delivery.PostStore.Posting;
import dramatis.message.ConversationRef;
import dramatis.message.UserNotice;
import dramatis.platform.ChatAdapter;
import dramatis.platform.Delivery;
import dramatis.platform.Outbound;
import dramatis.platform.Receipt;
import dramatis.platform.TurnWatcher;
import dramatis.platform.TurnWatcher.Phase;
import dramatis.platform.Whisper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what was said to its platform, on the conversation's lane. The intention to post is on disk before each
 * attempt, and the receipt after it. Its methods return at once.
 */
public final class Postman {
    private static final Logger log = LoggerFactory.getLogger(Postman.class);

    private final Map<String, ChatAdapter> adapters = new ConcurrentHashMap<>();
    private final Lanes lanes;
    private final PostStore posts;
    private final List<Duration> pauses;

    /** @param pauses how long to wait before each further attempt at a post whose outcome is unknown */
    public Postman(Lanes lanes, PostStore posts, List<Duration> pauses) {
        this.lanes = requireNonNull(lanes, "lanes");
        this.posts = requireNonNull(posts, "posts");
        this.pauses = List.copyOf(pauses);
    }

    public void attach(ChatAdapter adapter) {
        adapters.put(adapter.platform(), adapter);
    }

    /** Posts a piece unless it is known to be posted; the attempt in it is ignored and counted here. */
    public void post(Delivery delivery) {
        lanes.put(delivery.conversation(), () -> attempt(delivery));
    }

    /** Tells whether all these pieces of a turn stand on the platform, once all that was put before is done. */
    public void whenPosted(ConversationRef conversation, long turnId, Set<Integer> pieces, Consumer<Boolean> outcome) {
        lanes.put(conversation, () -> outcome.accept(sent(turnId).containsAll(pieces)));
    }

    public void notice(ConversationRef conversation, UserNotice notice) {
        lanes.put(conversation, () -> outbound(conversation).notice(conversation, notice));
    }

    public void watch(ConversationRef conversation, long turnId, Phase phase) {
        lanes.put(conversation, () -> {
            if (outbound(conversation) instanceof TurnWatcher watcher) {
                watcher.turnChanged(conversation, turnId, phase);
            }
        });
    }

    public void whisper(Whisper whisper) {
        ConversationRef conversation = whisper.conversation();
        lanes.put(
                conversation,
                () -> adapter(conversation).ownerChannel().ifPresent(channel -> channel.whisper(whisper)));
    }

    private void attempt(Delivery delivery) {
        if (settled(delivery)) {
            return;
        }
        for (int tries = 0; ; tries++) {
            Receipt receipt = once(delivery);
            posts.receipt(delivery.turnId(), delivery.piece(), receipt);
            if (!(receipt instanceof Receipt.Unknown) || tries == pauses.size() || !pause(pauses.get(tries))) {
                return;
            }
        }
    }

    /** A piece that stands is not posted again, nor one after a piece that the platform refused. */
    private boolean settled(Delivery delivery) {
        return posts.postings(delivery.turnId()).stream()
                .anyMatch(posting -> posting.receipt() instanceof Receipt.Refused
                        || (posting.piece() == delivery.piece() && posting.receipt() instanceof Receipt.Sent));
    }

    private Set<Integer> sent(long turnId) {
        return posts.postings(turnId).stream()
                .filter(posting -> posting.receipt() instanceof Receipt.Sent)
                .map(Posting::piece)
                .collect(Collectors.toSet());
    }

    private Receipt once(Delivery delivery) {
        int attempt = posts.intend(delivery.turnId(), delivery.piece());
        try {
            return outbound(delivery.conversation()).post(delivery.withAttempt(attempt));
        } catch (RuntimeException e) {
            log.warn("posting piece {} of turn {} failed", delivery.piece(), delivery.turnId(), e);
            return new Receipt.Unknown();
        }
    }

    private static boolean pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Outbound outbound(ConversationRef conversation) {
        return adapter(conversation).outbound();
    }

    private ChatAdapter adapter(ConversationRef conversation) {
        ChatAdapter adapter = adapters.get(conversation.platform());
        if (adapter == null) {
            throw new IllegalStateException("no adapter is attached for " + conversation.platform());
        }
        return adapter;
    }
}
