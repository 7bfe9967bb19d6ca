package dramatis.benchmarks;

import dramatis.message.ConversationRef;
import dramatis.message.InboundEvent;
import dramatis.message.InboundMessage;
import dramatis.message.InboundMessage.Addressing;
import dramatis.message.InboundMessage.AuthorKind;
import dramatis.message.MessageRef;
import dramatis.message.Place;
import dramatis.message.Segment;
import dramatis.message.UserNotice;
import dramatis.message.UserRef;
import dramatis.platform.Admission;
import dramatis.platform.ChatAdapter;
import dramatis.platform.Delivery;
import dramatis.platform.InboundHandler;
import dramatis.platform.Outbound;
import dramatis.platform.Receipt;
import dramatis.platform.TurnWatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A platform in memory whose people each say a line, wait for what comes of it, and say the next. */
final class Crowd implements ChatAdapter, Outbound, TurnWatcher {
    private static final String PLATFORM = "crowd";
    private static final long PATIENCE_SECONDS = 120;

    private final Map<ConversationRef, BlockingQueue<Phase>> ends = new ConcurrentHashMap<>();
    private final Map<ConversationRef, ConcurrentLinkedQueue<String>> posts = new ConcurrentHashMap<>();
    private final Map<String, Integer> notices = new ConcurrentHashMap<>();
    private Optional<InboundHandler> handler = Optional.empty();

    static ConversationRef place(int number) {
        return new ConversationRef(PLATFORM, "place " + number, "");
    }

    /** What a line came to. */
    record Told(Phase end, Duration time) {}

    /** Says a line and waits for the end of its turn. */
    Told ask(ConversationRef place, String text) throws InterruptedException {
        long begun = System.nanoTime();
        Admission admission = handler.orElseThrow().accept(new InboundEvent.Message(message(place, text)));
        if (!(admission instanceof Admission.Queued)) {
            throw new IllegalStateException("not queued: " + admission);
        }
        Phase end = ends(place).poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (end == null) {
            throw new IllegalStateException(
                    "no end of a turn in " + place.chatId() + " after " + PATIENCE_SECONDS + " s");
        }
        return new Told(end, Duration.ofNanos(System.nanoTime() - begun));
    }

    private static InboundMessage message(ConversationRef place, String text) {
        return new InboundMessage(
                new MessageRef(place, text),
                Place.of(place),
                new UserRef(PLATFORM, place.chatId()),
                "Bo",
                AuthorKind.PERSON,
                text,
                Optional.empty(),
                Addressing.DIRECT,
                Locale.ENGLISH,
                Instant.now());
    }

    private BlockingQueue<Phase> ends(ConversationRef place) {
        return ends.computeIfAbsent(place, p -> new LinkedBlockingQueue<>());
    }

    /** What was posted in a place, in order. */
    List<String> posts(ConversationRef place) {
        return new ArrayList<>(posts.getOrDefault(place, new ConcurrentLinkedQueue<>()));
    }

    /** How often each notice was given. */
    Map<String, Integer> notices() {
        return Map.copyOf(notices);
    }

    @Override
    public String platform() {
        return PLATFORM;
    }

    @Override
    public void start(InboundHandler inbound) {
        handler = Optional.of(inbound);
    }

    @Override
    public Outbound outbound() {
        return this;
    }

    @Override
    public Receipt post(Delivery delivery) {
        ConcurrentLinkedQueue<String> said =
                posts.computeIfAbsent(delivery.conversation(), p -> new ConcurrentLinkedQueue<>());
        delivery.visible().stream().map(Segment::text).forEach(said::add);
        return new Receipt.Sent(List.of(delivery.turnId() + "." + delivery.piece()));
    }

    @Override
    public Optional<MessageRef> notice(ConversationRef conversation, UserNotice notice) {
        notices.merge(notice.key(), 1, Integer::sum);
        return Optional.empty();
    }

    @Override
    public void turnChanged(ConversationRef conversation, long turnId, Phase phase) {
        if (phase.last()) {
            ends(conversation).add(phase);
        }
    }

    @Override
    public void close() {}
}
