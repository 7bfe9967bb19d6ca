package dramatis.console;

import dramatis.message.ConversationRef;
import dramatis.message.InboundEvent;
import dramatis.message.InboundMessage;
import dramatis.message.MessageRef;
import dramatis.message.Segment;
import dramatis.message.UserNotice;
import dramatis.platform.Admission;
import dramatis.platform.Delivery;
import dramatis.platform.Delivery.Before;
import dramatis.platform.InboundHandler;
import dramatis.platform.Outbound;
import dramatis.platform.OwnerChannel;
import dramatis.platform.Receipt;
import dramatis.platform.TurnWatcher;
import dramatis.platform.TurnWatcher.Phase;
import dramatis.platform.Whisper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** A core that answers on a lane of its own what a function says; {@code fail} makes a turn fail. */
final class TestingCore implements InboundHandler, AutoCloseable {
    static final String NAME = "Elizabeth Bennet";

    final List<InboundMessage> heard = new CopyOnWriteArrayList<>();
    final List<Receipt> receipts = new CopyOnWriteArrayList<>();
    final Deque<Admission> admissions = new ArrayDeque<>();
    final AtomicBoolean stopped = new AtomicBoolean();
    private final ExecutorService lane = Executors.newSingleThreadExecutor();
    private final AtomicLong turns = new AtomicLong();
    private final Function<String, List<Segment>> replies;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile long pauseMillis;
    private Optional<Outbound> outbound = Optional.empty();
    private Optional<OwnerChannel> owner = Optional.empty();

    TestingCore(Function<String, List<Segment>> replies) {
        this.replies = replies;
    }

    static TestingCore echoing() {
        return new TestingCore(text -> List.of(Segment.action("nods"), Segment.speech("You said: " + text)));
    }

    void attach(ConsoleAdapter adapter) {
        outbound = Optional.of(adapter.outbound());
        owner = adapter.ownerChannel();
    }

    /** From now on the lane waits before it says anything. */
    void hold() {
        gate = new CountDownLatch(1);
    }

    void letGo() {
        gate.countDown();
    }

    void pause(long millis) {
        pauseMillis = millis;
    }

    @Override
    public Admission accept(InboundEvent event) {
        Admission told = admissions.poll();
        if (told != null) {
            return told;
        }
        InboundMessage message = ((InboundEvent.Message) event).message();
        heard.add(message);
        long turnId = play(Optional.of(message.ref()), message.text());
        return new Admission.Queued(turnId, 0);
    }

    /** Sets a turn going that answers a text. */
    long play(Optional<MessageRef> replyTo, String text) {
        long turnId = turns.incrementAndGet();
        lane.execute(() -> turn(turnId, replyTo, text));
        return turnId;
    }

    /** Shows a turn that is over once more, a little later. */
    void playAgain(long turnId, String text) {
        lane.execute(() -> sleep(50));
        lane.execute(() -> turn(turnId, Optional.empty(), text));
    }

    /** Does something on the lane, in order with the turns. */
    void onLane(Runnable task) {
        lane.execute(task);
    }

    private void turn(long turnId, Optional<MessageRef> replyTo, String text) {
        ConversationRef here = new ConversationRef("console", "here", "");
        changed(here, turnId, Phase.PLANNING);
        rest();
        if (text.equals("fail")) {
            outbound.orElseThrow().notice(here, UserNotice.of("command.failed", "this"));
            changed(here, turnId, Phase.FAILED);
            return;
        }
        List<Segment.Hidden> hidden = new ArrayList<>();
        int piece = 0;
        for (Segment segment : replies.apply(text)) {
            if (stopped.getAndSet(false)) {
                changed(here, turnId, Phase.CANCELLED);
                return;
            }
            if (segment instanceof Segment.Visible visible) {
                changed(here, turnId, Phase.SPEAKING);
                receipts.add(outbound.orElseThrow()
                        .post(new Delivery(
                                turnId,
                                piece++,
                                1,
                                here,
                                "elizabeth-bennet",
                                NAME,
                                replyTo,
                                Before.NOTHING,
                                List.of(visible))));
                sleep(pauseMillis / 2);
            } else {
                hidden.add((Segment.Hidden) segment);
            }
        }
        owner.orElseThrow()
                .whisper(new Whisper(
                        here, "elizabeth-bennet", NAME, turnId, Optional.empty(), Optional.empty(), hidden));
        changed(here, turnId, Phase.POSTED);
    }

    private void changed(ConversationRef here, long turnId, Phase phase) {
        ((TurnWatcher) outbound.orElseThrow()).turnChanged(here, turnId, phase);
    }

    private void rest() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (long slept = 0; slept < pauseMillis && !stopped.get(); slept += 50) {
            sleep(50);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        letGo();
        lane.shutdownNow();
    }
}
