package dramatis.platform;

import static java.util.stream.Collectors.joining;

import dramatis.message.ConversationRef;
import dramatis.message.MessageRef;
import dramatis.message.Segment;
import dramatis.message.UserNotice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A platform without a network that edits: keeps its messages, of a few words each, as a channel would. Safe for use by
 * many threads.
 */
public final class TestingBoard
        implements ChatAdapter, Outbound, Previewer, TurnWatcher, OwnerChannel, Eraser, ReplyControls {
    private final Map<String, String> messages = new LinkedHashMap<>();
    private final List<Shown> offers = new CopyOnWriteArrayList<>();
    private final List<Phase> phases = new CopyOnWriteArrayList<>();
    private final List<Whisper> whispers = new CopyOnWriteArrayList<>();
    private final List<String> previews = new CopyOnWriteArrayList<>();
    private final int capacity;
    private volatile Manner manner = new Manner(true, true, Duration.ZERO);
    private volatile Function<Delivery, Optional<Receipt>> fault = delivery -> Optional.empty();
    private volatile InboundHandler handler = event -> new Admission.Unavailable();
    private int posts;
    private int edits;

    /** @param capacity the most characters of a message */
    public TestingBoard(int capacity) {
        this.capacity = capacity;
    }

    public TestingBoard manner(Manner value) {
        manner = value;
        return this;
    }

    /** What goes wrong from now on: after the effect, where there is a receipt. */
    public TestingBoard fault(Function<Delivery, Optional<Receipt>> value) {
        fault = value;
        return this;
    }

    public InboundHandler handler() {
        return handler;
    }

    /** The texts of all messages that stand, in order. */
    public synchronized List<String> texts() {
        return List.copyOf(messages.values());
    }

    public synchronized int edits() {
        return edits;
    }

    public List<Shown> offers() {
        return List.copyOf(offers);
    }

    public List<Whisper> whispers() {
        return List.copyOf(whispers);
    }

    /** What was seen of replies before they were posted. */
    public List<String> previews() {
        return List.copyOf(previews);
    }

    public List<Phase> phases() {
        return List.copyOf(phases);
    }

    @Override
    public String platform() {
        return "testing";
    }

    @Override
    public void start(InboundHandler inbound) {
        handler = inbound;
    }

    @Override
    public Outbound outbound() {
        return this;
    }

    @Override
    public Optional<OwnerChannel> ownerChannel() {
        return Optional.of(this);
    }

    @Override
    public Manner manner(ConversationRef conversation) {
        return manner;
    }

    @Override
    public synchronized Receipt post(Delivery delivery) {
        List<Segment.Visible> all = new ArrayList<>(delivery.before().said());
        all.addAll(delivery.visible());
        List<String> contents = split(all.stream().map(Segment::text).collect(joining(" ")));
        List<String> standing = delivery.before().messageIds();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            ids.add(i < standing.size() ? edit(standing.get(i), contents.get(i)) : put(contents.get(i)));
        }
        standing.stream().skip(contents.size()).forEach(messages::remove);
        return fault.apply(delivery).orElseGet(() -> new Receipt.Sent(ids));
    }

    @Override
    public void preview(Delivery soFar) {
        previews.add(soFar.visible().stream().map(Segment::text).collect(joining(" ")));
    }

    private List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < text.length(); at += capacity) {
            parts.add(text.substring(at, Math.min(text.length(), at + capacity)));
        }
        return parts;
    }

    private String edit(String id, String text) {
        if (!text.equals(messages.put(id, text))) {
            edits++;
        }
        return id;
    }

    private String put(String text) {
        String id = "b" + ++posts;
        messages.put(id, text);
        return id;
    }

    @Override
    public synchronized Optional<MessageRef> notice(ConversationRef conversation, UserNotice notice) {
        return Optional.of(new MessageRef(conversation, put("(" + notice.key() + ")")));
    }

    @Override
    public synchronized void erase(List<MessageRef> gone) {
        gone.forEach(message -> messages.remove(message.messageId()));
    }

    @Override
    public void offer(ConversationRef conversation, Shown reply) {
        offers.add(reply);
    }

    @Override
    public void turnChanged(ConversationRef conversation, long turnId, Phase phase) {
        phases.add(phase);
    }

    @Override
    public void whisper(Whisper whisper) {
        whispers.add(whisper);
    }

    @Override
    public void close() {}
}
