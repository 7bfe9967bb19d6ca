package dramatis.delivery;

import static java.util.Objects.requireNonNull;

import dramatis.delivery.PostStore.Posting;
import dramatis.message.ConversationRef;
import dramatis.message.MessageRef;
import dramatis.message.Segment;
import dramatis.message.UserNotice;
import dramatis.platform.ChatAdapter;
import dramatis.platform.Delivery;
import dramatis.platform.Delivery.Before;
import dramatis.platform.Eraser;
import dramatis.platform.Manner;
import dramatis.platform.Outbound;
import dramatis.platform.Previewer;
import dramatis.platform.Receipt;
import dramatis.platform.ReplyControls;
import dramatis.platform.TurnWatcher;
import dramatis.platform.TurnWatcher.Phase;
import dramatis.platform.Whisper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Map<Long, Show> shows = new ConcurrentHashMap<>();
    /** The notices that go when a turn is answered. */
    private final Map<Long, MessageRef> passing = new ConcurrentHashMap<>();

    private final Lanes lanes;
    private final PostStore posts;
    private final Secretary secretary;
    private final List<Duration> pauses;

    /** @param pauses how long to wait before each further attempt at a post whose outcome is unknown */
    public Postman(Lanes lanes, PostStore posts, ThoughtsRoute thoughts, List<Duration> pauses) {
        this.lanes = requireNonNull(lanes, "lanes");
        this.posts = requireNonNull(posts, "posts");
        this.secretary = new Secretary(thoughts);
        this.pauses = List.copyOf(pauses);
    }

    public void attach(ChatAdapter adapter) {
        adapters.put(adapter.platform(), adapter);
    }

    /**
     * Says what is to be known of a turn before its first piece; without it, it is a new reply that streams. Reads the
     * store.
     *
     * @param said what its reply has said before, which stays
     * @param again whether there is such a reply, whose messages are added to or, with nothing said, replaced
     * @param streams whether its place wants to see it while it is made
     */
    public void begin(
            ConversationRef conversation, long turnId, List<Segment.Visible> said, boolean again, boolean streams) {
        Manner manner = outbound(conversation).manner(conversation);
        boolean changes = again && manner.edits();
        boolean whole = !streams || !manner.streams() || (changes && said.isEmpty());
        Before before = changes ? new Before(said, posts.standing(turnId)) : Before.NOTHING;
        shows.put(turnId, new Show(before, whole, whole && streams && !again));
    }

    /** Posts a piece unless it is known to be posted; what it holds of attempts and of before is ignored and seen to here. */
    public void post(Delivery piece) {
        show(piece.turnId()).add(piece);
        lanes.put(piece.conversation(), () -> {
            Show show = show(piece.turnId());
            if (!show.whole()) {
                flush(piece.conversation(), show);
            } else if (show.previews()) {
                preview(piece.conversation(), show);
            }
        });
    }

    /**
     * Shows another swipe of a reply: in the messages in which it stands, where the platform can change them, else anew.
     *
     * @param shown called on the lane once it stands
     */
    public void replace(Delivery whole, Runnable shown) {
        ConversationRef conversation = whole.conversation();
        lanes.put(conversation, () -> {
            boolean edits = outbound(conversation).manner(conversation).edits();
            Before before = edits ? new Before(List.of(), posts.standing(whole.turnId())) : Before.NOTHING;
            Show show = new Show(before, true, false);
            attempt(List.of(whole), show);
            if (!show.before().said().isEmpty()) {
                shown.run();
            }
        });
    }

    /** Whether messages that stand there can be changed. */
    public boolean edits(ConversationRef conversation) {
        return outbound(conversation).manner(conversation).edits();
    }

    /**
     * Tells whether all these pieces of a turn stand on the platform, once all that was put before is done; at the bot's
     * end only where they do.
     */
    public void whenPosted(ConversationRef conversation, long turnId, Set<Integer> pieces, Consumer<Boolean> outcome) {
        lanes.put(conversation, () -> {
            flush(conversation, show(turnId));
            boolean all = sent(turnId).containsAll(pieces);
            // at the end nobody could be told: the next start looks again, and tells
            if (all || !lanes.closed()) {
                outcome.accept(all);
            }
        });
    }

    public void notice(ConversationRef conversation, UserNotice notice) {
        lanes.put(conversation, () -> outbound(conversation).notice(conversation, notice));
    }

    /** Tells the people of a turn something that is of no use once it is answered, and is taken away then. */
    public void passingNotice(ConversationRef conversation, long turnId, UserNotice notice) {
        lanes.put(conversation, () -> {
            Optional<MessageRef> told = outbound(conversation).notice(conversation, notice);
            pass(conversation, turnId);
            told.ifPresent(message -> passing.put(turnId, message));
        });
    }

    /** Takes messages away, where the platform can. */
    public void erase(ConversationRef conversation, List<MessageRef> messages) {
        lanes.put(conversation, () -> eraseNow(conversation, messages));
    }

    private void eraseNow(ConversationRef conversation, List<MessageRef> messages) {
        if (!messages.isEmpty() && outbound(conversation) instanceof Eraser eraser) {
            eraser.erase(messages);
        }
    }

    /** Offers what can be done with a reply, where it stands on the platform and that can. */
    public void offer(ConversationRef conversation, long turnId, long replyId, int swipe, int swipes) {
        lanes.put(conversation, () -> {
            if (outbound(conversation) instanceof ReplyControls controls) {
                List<String> standing = posts.standing(turnId);
                if (!standing.isEmpty()) {
                    controls.offer(conversation, new ReplyControls.Shown(replyId, standing, swipe, swipes));
                }
            }
        });
    }

    /** Tells how far a turn is; after its last phase it is known no more. */
    public void watch(ConversationRef conversation, long turnId, Phase phase) {
        lanes.put(conversation, () -> {
            if (outbound(conversation) instanceof TurnWatcher watcher) {
                watcher.turnChanged(conversation, turnId, phase);
            }
            if (phase.last()) {
                Show show = show(turnId);
                shows.remove(turnId);
                pass(conversation, turnId);
                secretary.tell(adapter(conversation), conversation, turnId, show);
            }
        });
    }

    /** Gives thoughts to the owner: at once where that is how they are read, else when the turn is over. */
    public void whisper(Whisper whisper) {
        lanes.put(
                whisper.conversation(),
                () -> secretary.take(adapter(whisper.conversation()), whisper, show(whisper.turnId())));
    }

    private Show show(long turnId) {
        return shows.computeIfAbsent(turnId, id -> new Show(Before.NOTHING, false, false));
    }

    private void pass(ConversationRef conversation, long turnId) {
        Optional.ofNullable(passing.remove(turnId)).ifPresent(notice -> eraseNow(conversation, List.of(notice)));
    }

    /** Posts what waits, as soon as the platform's pace allows; what closes until then goes with it. */
    private void flush(ConversationRef conversation, Show show) {
        Manner manner = outbound(conversation).manner(conversation);
        boolean together = show.whole() || manner.edits() || !manner.pace().isZero();
        while (show.peek().isPresent() && pause(show.pause())) {
            List<Delivery> due = due(show, together);
            if (!due.isEmpty()) {
                pass(conversation, due.get(0).turnId());
                attempt(due, show);
                show.posted(manner.pace());
            }
        }
    }

    /** Lets what waits to be posted be seen, unless any of it was tried before: then it is posted soon. */
    private void preview(ConversationRef conversation, Show show) {
        List<Delivery> waiting = show.waiting();
        if (outbound(conversation) instanceof Previewer previewer
                && !waiting.isEmpty()
                && waiting.stream().allMatch(piece -> known(piece, show) == Known.UNTRIED)) {
            List<Segment.Visible> soFar =
                    waiting.stream().flatMap(piece -> piece.visible().stream()).toList();
            previewer.preview(waiting.get(0).with(1, Before.NOTHING, soFar));
        }
    }

    /**
     * Takes the next pieces that can go out in one: those that were never tried. One whose outcome is unknown goes alone,
     * since alone it can be looked for.
     */
    private List<Delivery> due(Show show, boolean together) {
        List<Delivery> due = new ArrayList<>();
        for (Optional<Delivery> next = show.peek(); next.isPresent(); next = show.peek()) {
            Delivery piece = next.get();
            Known known = known(piece, show);
            boolean alone = known == Known.UNKNOWN || !together;
            if (alone && !due.isEmpty()) {
                return due;
            }
            show.remove();
            if (known == Known.UNTRIED || known == Known.UNKNOWN) {
                due.add(piece);
                if (alone) {
                    return due;
                }
            }
        }
        return due;
    }

    /** What is known of a piece. */
    private enum Known {
        UNTRIED,
        UNKNOWN,
        STANDS,
        /** It or one before it was refused: it is not posted. */
        REFUSED
    }

    private Known known(Delivery piece, Show show) {
        Known known = Known.UNTRIED;
        for (Posting posting : posts.postings(piece.turnId())) {
            if (posting.receipt() instanceof Receipt.Refused) {
                return Known.REFUSED;
            }
            if (posting.piece() == piece.piece()) {
                known = posting.receipt() instanceof Receipt.Sent ? Known.STANDS : Known.UNKNOWN;
                if (posting.receipt() instanceof Receipt.Sent sent) {
                    show.stand(piece.visible(), sent);
                }
            }
        }
        return known;
    }

    private void attempt(List<Delivery> pieces, Show show) {
        List<Segment.Visible> visible =
                pieces.stream().flatMap(piece -> piece.visible().stream()).toList();
        for (int tries = 0; ; tries++) {
            Receipt receipt = once(pieces, visible, show);
            pieces.forEach(piece -> posts.receipt(piece.turnId(), piece.piece(), receipt));
            if (receipt instanceof Receipt.Sent sent) {
                show.stand(visible, sent);
            }
            if (!(receipt instanceof Receipt.Unknown) || tries == pauses.size() || !pause(pauses.get(tries))) {
                return;
            }
        }
    }

    private Set<Integer> sent(long turnId) {
        return posts.postings(turnId).stream()
                .filter(posting -> posting.receipt() instanceof Receipt.Sent)
                .map(Posting::piece)
                .collect(Collectors.toSet());
    }

    private Receipt once(List<Delivery> pieces, List<Segment.Visible> visible, Show show) {
        int attempt = pieces.stream()
                .mapToInt(piece -> posts.intend(piece.turnId(), piece.piece()))
                .max()
                .orElseThrow();
        Delivery first = pieces.get(0);
        try {
            Outbound outbound = outbound(first.conversation());
            Before before = outbound.manner(first.conversation()).edits() ? show.before() : Before.NOTHING;
            return outbound.post(first.with(attempt, before, visible));
        } catch (RuntimeException e) {
            log.warn("posting piece {} of turn {} failed", first.piece(), first.turnId(), e);
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
