package dramatis.delivery;

import static java.util.Objects.requireNonNull;

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
import dramatis.platform.ReplyControls;
import dramatis.platform.TurnWatcher;
import dramatis.platform.TurnWatcher.Phase;
import dramatis.platform.Whisper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Brings what was said to its platform, on the conversation's lane. The intention to post is on disk before each
 * attempt, and the receipt after it. Its methods return at once.
 */
public final class Postman {
    private final Map<String, ChatAdapter> adapters = new ConcurrentHashMap<>();
    private final Map<Long, Show> shows = new ConcurrentHashMap<>();
    /** The notices that go when a turn is answered. */
    private final Map<Long, MessageRef> passing = new ConcurrentHashMap<>();

    private final Lanes lanes;
    private final PostStore posts;
    private final Clerk clerk;
    private final Secretary secretary;

    /** @param pauses how long to wait before each further attempt at a post whose outcome is unknown */
    public Postman(Lanes lanes, PostStore posts, ThoughtsRoute thoughts, List<Duration> pauses) {
        this.lanes = requireNonNull(lanes, "lanes");
        this.posts = requireNonNull(posts, "posts");
        this.clerk = new Clerk(posts, pauses);
        this.secretary = new Secretary(thoughts);
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
            clerk.post(List.of(whole), show, outbound(conversation));
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
            boolean all = clerk.sent(turnId).containsAll(pieces);
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
        Outbound outbound = outbound(conversation);
        Manner manner = outbound.manner(conversation);
        boolean together = show.whole() || manner.edits() || !manner.pace().isZero();
        while (show.peek().isPresent() && Clerk.pause(show.pause())) {
            List<Delivery> due = clerk.due(show, together);
            if (!due.isEmpty()) {
                pass(conversation, due.get(0).turnId());
                clerk.post(due, show, outbound);
                show.posted(manner.pace());
            }
        }
    }

    /** Lets what waits to be posted be seen, unless any of it was tried before: then it is posted soon. */
    private void preview(ConversationRef conversation, Show show) {
        List<Delivery> waiting = show.waiting();
        if (outbound(conversation) instanceof Previewer previewer
                && !waiting.isEmpty()
                && clerk.untried(waiting, show)) {
            List<Segment.Visible> soFar =
                    waiting.stream().flatMap(piece -> piece.visible().stream()).toList();
            previewer.preview(waiting.get(0).with(1, Before.NOTHING, soFar));
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
