package dramatis.delivery;

import dramatis.message.Segment;
import dramatis.platform.Delivery;
import dramatis.platform.Delivery.Before;
import dramatis.platform.Receipt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One turn on its way to the platform. Pieces are put in by any thread; all else is the conversation's lane's. */
final class Show {
    private final Queue<Delivery> waiting = new ConcurrentLinkedQueue<>();
    private final List<Segment.Hidden> thoughts = new ArrayList<>();
    private final boolean whole;
    private final boolean previews;
    private final List<Segment.Visible> said;
    private Set<String> messageIds;
    private long next;

    /**
     * A show.
     *
     * @param before what the turn's reply has on the platform already
     * @param whole whether nothing is posted before all is made
     * @param previews whether it may be seen meanwhile
     */
    Show(Before before, boolean whole, boolean previews) {
        this.said = new ArrayList<>(before.said());
        this.messageIds = new LinkedHashSet<>(before.messageIds());
        this.whole = whole;
        this.previews = previews;
    }

    boolean whole() {
        return whole;
    }

    boolean previews() {
        return previews;
    }

    /** All that waits. */
    List<Delivery> waiting() {
        return List.copyOf(waiting);
    }

    void add(Delivery piece) {
        waiting.add(piece);
    }

    /** The next piece that waits. */
    Optional<Delivery> peek() {
        return Optional.ofNullable(waiting.peek());
    }

    /** The next piece waits no more. */
    void remove() {
        waiting.remove();
    }

    Before before() {
        return new Before(said, messageIds());
    }

    /** These stand on the platform now; where nothing was to stay, in place of what stood. */
    void stand(List<Segment.Visible> visible, Receipt.Sent receipt) {
        if (said.isEmpty()) {
            messageIds = new LinkedHashSet<>();
        }
        said.addAll(visible);
        messageIds.addAll(receipt.messageIds());
    }

    List<String> messageIds() {
        return List.copyOf(messageIds);
    }

    /** How long until the next post may go out. */
    Duration pause() {
        return said.isEmpty() ? Duration.ZERO : Duration.ofNanos(Math.max(0, next - System.nanoTime()));
    }

    void posted(Duration pace) {
        next = System.nanoTime() + pace.toNanos();
    }

    void think(List<Segment.Hidden> hidden) {
        hidden.stream()
                .filter(thought -> thought.kind() == Segment.Hidden.Kind.THOUGHT)
                .forEach(thoughts::add);
    }

    List<Segment.Hidden> thoughts() {
        return List.copyOf(thoughts);
    }
}
