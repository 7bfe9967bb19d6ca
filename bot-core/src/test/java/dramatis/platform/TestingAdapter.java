package dramatis.platform;

import dramatis.message.ConversationRef;
import dramatis.message.InboundEvent;
import dramatis.message.InboundMessage;
import dramatis.message.InboundMessage.Addressing;
import dramatis.message.InboundMessage.AuthorKind;
import dramatis.message.MessageRef;
import dramatis.message.Place;
import dramatis.message.Segment.Visible;
import dramatis.message.UserNotice;
import dramatis.message.UserRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * A platform without a network: says what people say, and keeps what is posted. Safe for use by many threads.
 */
public final class TestingAdapter implements ChatAdapter, Outbound, TurnWatcher, OwnerChannel {
    /** The usual place. */
    public static final ConversationRef HALL = new ConversationRef("testing", "hall", "");

    private final List<Delivery> posts = new CopyOnWriteArrayList<>();
    private final List<UserNotice> notices = new CopyOnWriteArrayList<>();
    private final List<Phase> phases = new CopyOnWriteArrayList<>();
    private final List<Whisper> whispers = new CopyOnWriteArrayList<>();
    private final AtomicLong messageIds = new AtomicLong();
    private volatile Function<Delivery, Receipt> platform =
            delivery -> new Receipt.Sent(List.of(delivery.turnId() + "-" + delivery.piece()));
    private volatile Runnable beforeNotices = () -> {};
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile Optional<InboundHandler> handler = Optional.empty();
    private volatile Optional<String> trouble = Optional.empty();

    /** Decides what becomes of posts from now on. */
    public TestingAdapter platform(Function<Delivery, Receipt> answer) {
        platform = answer;
        return this;
    }

    /** Has something done before each notice from now on. */
    public TestingAdapter beforeNotices(Runnable what) {
        beforeNotices = what;
        return this;
    }

    /** Makes posts wait until {@link #release}. */
    public TestingAdapter block() {
        gate = new CountDownLatch(1);
        return this;
    }

    /** Whether it can be reached from now on; empty where it can. */
    public void trouble(Optional<String> what) {
        trouble = what;
    }

    public void release() {
        gate.countDown();
    }

    /** Hands in a message that somebody wrote in the usual place. */
    public Admission say(String name, String text) {
        return say(HALL, name, text, "m" + messageIds.incrementAndGet());
    }

    /** Hands in a message under an id of one's own choice. */
    public Admission say(ConversationRef conversation, String name, String text, String messageId) {
        return handler.orElseThrow()
                .accept(new InboundEvent.Message(new InboundMessage(
                        new MessageRef(conversation, messageId),
                        Place.of(conversation),
                        new UserRef("testing", name),
                        name,
                        AuthorKind.PERSON,
                        text,
                        Optional.empty(),
                        Addressing.DIRECT,
                        Locale.ENGLISH,
                        Instant.now())));
    }

    /** Hands in an event. */
    public Admission happens(InboundEvent event) {
        return handler.orElseThrow().accept(event);
    }

    public List<Delivery> posts() {
        return List.copyOf(posts);
    }

    /** What was posted in a place, as text, in order. */
    public List<String> texts(ConversationRef conversation) {
        List<String> texts = new ArrayList<>();
        for (Delivery post : posts) {
            if (post.conversation().equals(conversation)) {
                post.visible().stream().map(Visible::text).forEach(texts::add);
            }
        }
        return texts;
    }

    public List<String> texts() {
        return texts(HALL);
    }

    /** The keys of all notices. */
    public List<String> notices() {
        return notices.stream().map(UserNotice::key).toList();
    }

    public List<Phase> phases() {
        return List.copyOf(phases);
    }

    public List<Whisper> whispers() {
        return List.copyOf(whispers);
    }

    @Override
    public String platform() {
        return "testing";
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
    public Optional<String> trouble() {
        return trouble;
    }

    @Override
    public Optional<OwnerChannel> ownerChannel() {
        return Optional.of(this);
    }

    @Override
    public Receipt post(Delivery delivery) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Receipt receipt = platform.apply(delivery);
        if (receipt instanceof Receipt.Sent) {
            posts.add(delivery);
        }
        return receipt;
    }

    @Override
    public Optional<MessageRef> notice(ConversationRef conversation, UserNotice notice) {
        beforeNotices.run();
        notices.add(notice);
        return Optional.empty();
    }

    @Override
    public void turnChanged(ConversationRef conversation, long turnId, Phase phase) {
        phases.add(phase);
    }

    @Override
    public boolean live() {
        return true;
    }

    @Override
    public void whisper(Whisper whisper) {
        whispers.add(whisper);
    }

    @Override
    public void close() {
        release();
    }
}
