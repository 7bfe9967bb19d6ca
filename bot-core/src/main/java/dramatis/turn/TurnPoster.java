package dramatis.turn;

import static java.util.Objects.requireNonNull;

import dramatis.address.Channels;
import dramatis.delivery.PostStore;
import dramatis.delivery.Postman;
import dramatis.her.Display;
import dramatis.message.ConversationRef;
import dramatis.message.MessageRef;
import dramatis.message.Segment;
import dramatis.message.UserNotice;
import dramatis.persona.Persona;
import dramatis.platform.Delivery;
import dramatis.platform.Delivery.Before;
import dramatis.platform.TurnWatcher.Phase;
import dramatis.platform.Whisper;
import dramatis.session.SessionManager;
import dramatis.session.SessionManager.Cast;
import dramatis.turn.TurnStore.Reply;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Hands the pieces of turns to the postman: a piece is a segment that shows, and its number is the segment's. */
public final class TurnPoster {
    private final TurnStore store;
    private final SessionManager sessions;
    private final Postman postman;
    private final PostStore posts;
    private final Channels channels;
    private final TurnMeter meter;

    public TurnPoster(
            TurnStore store,
            SessionManager sessions,
            Postman postman,
            PostStore posts,
            Channels channels,
            TurnMeter meter) {
        this.store = requireNonNull(store, "store");
        this.sessions = requireNonNull(sessions, "sessions");
        this.postman = requireNonNull(postman, "postman");
        this.posts = requireNonNull(posts, "posts");
        this.channels = requireNonNull(channels, "channels");
        this.meter = requireNonNull(meter, "meter");
    }

    /** Says how a turn is to be shown, before its first segment. */
    void begin(Turn turn, Persona persona) {
        boolean again = turn.kind() == Turn.Kind.RETRY || turn.kind() == Turn.Kind.CONTINUE;
        List<Segment.Visible> said = turn.kind() == Turn.Kind.CONTINUE ? said(turn, persona) : List.of();
        boolean streams = channels.of(turn.conversation()).streaming();
        postman.begin(turn.conversation(), turn.id(), said, again, streams);
    }

    /** What a turn goes on from. Once it is answered, its own segments are at the end of the reply's. */
    private List<Segment.Visible> said(Turn turn, Persona persona) {
        List<Segment> reply =
                store.lastReply(turn.sessionId()).map(Reply::segments).orElse(List.of());
        int own = turn.state() == Turn.State.ANSWERED ? turn.segments().size() : 0;
        return shown(reply.subList(0, Math.max(0, reply.size() - own)), persona);
    }

    private static List<Segment.Visible> shown(List<Segment> segments, Persona persona) {
        return segments.stream()
                .filter(Segment.Visible.class::isInstance)
                .flatMap(segment -> Display.of((Segment.Visible) segment, persona.name()).stream())
                .toList();
    }

    /** Posts a segment that can be seen, whispers one that cannot. */
    void segment(Turn turn, Persona persona, int number, Segment segment) {
        if (segment instanceof Segment.Hidden hidden) {
            postman.whisper(new Whisper(
                    turn.conversation(),
                    persona.id(),
                    persona.name(),
                    turn.id(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(hidden)));
        } else if (segment instanceof Segment.Visible visible) {
            Display.of(visible, persona.name()).ifPresent(shown -> piece(turn, persona, number, shown));
        }
    }

    /** Posts an answered turn's pieces that are not posted yet, and ends it when they are. */
    void deliver(Turn turn) {
        Optional<Persona> persona = sessions.cast(turn.sessionId()).map(Cast::persona);
        if (persona.isEmpty()) {
            fail(turn, UserNotice.of("persona.gone"));
            return;
        }
        begin(turn, persona.get());
        for (int number = 0; number < turn.segments().size(); number++) {
            if (turn.segments().get(number) instanceof Segment.Visible visible) {
                segment(turn, persona.get(), number, visible);
            }
        }
        finish(turn, persona.get(), Optional.empty());
    }

    /**
     * Ends an answered turn once all that was put on its lane before is done.
     *
     * @param why what people are told then, where the reply broke off
     */
    void finish(Turn turn, Persona persona, Optional<UserNotice> why) {
        postman.whenPosted(turn.conversation(), turn.id(), pieces(turn, persona), all -> {
            if (all) {
                if (turn.kind() == Turn.Kind.RETRY && postman.edits(turn.conversation())) {
                    posts.supersede(turn.id());
                }
                store.end(turn.id(), Turn.State.POSTED, Optional.empty());
                why.ifPresent(notice -> postman.notice(turn.conversation(), notice));
                phase(turn, why.isPresent() ? Phase.FAILED : Phase.POSTED);
                store.lastReply(turn.sessionId()).ifPresent(reply -> offer(turn.conversation(), reply));
            } else {
                missing(turn, UserNotice.of("turn.not-posted", persona.name()));
            }
        });
    }

    /** Tells first and ends the turn then: a process that is killed between tells twice, rather than not at all. */
    private void missing(Turn turn, UserNotice why) {
        postman.notice(turn.conversation(), why, () -> {
            store.end(turn.id(), Turn.State.FAILED, Optional.of(why));
            phase(turn, Phase.FAILED);
        });
    }

    /** Offers what can be done with a reply that stands. */
    void offer(ConversationRef conversation, Reply reply) {
        postman.offer(conversation, reply.turnId(), reply.utteranceId(), reply.swipe(), reply.swipes());
    }

    /** Shows a reply's selected swipe in the place of another; whoever watches its turn sees it end once more then. */
    void show(Turn turn, Persona persona, Reply reply) {
        List<Segment.Visible> visible = shown(reply.segments(), persona);
        if (!visible.isEmpty()) {
            postman.replace(delivery(turn, persona, 0, visible), () -> {
                if (postman.edits(turn.conversation())) {
                    posts.supersede(turn.id());
                }
                offer(turn.conversation(), reply);
            });
        }
        postman.watch(turn.conversation(), turn.id(), Phase.POSTED);
    }

    /** Takes messages away where they stand, if the platform permits that. */
    void erase(ConversationRef conversation, List<MessageRef> messages) {
        postman.erase(conversation, messages);
    }

    /** Tells the people of a turn something while it waits. */
    void notice(Turn turn, UserNotice what) {
        postman.passingNotice(turn.conversation(), turn.id(), what);
    }

    void phase(Turn turn, Phase phase) {
        meter.came(turn, phase);
        postman.watch(turn.conversation(), turn.id(), phase);
    }

    void fail(Turn turn, UserNotice why) {
        store.end(turn.id(), Turn.State.FAILED, Optional.of(why));
        postman.notice(turn.conversation(), why);
        phase(turn, Phase.FAILED);
    }

    /** Whether people see anything of a segment. */
    static boolean shows(Segment segment, Persona persona) {
        return segment instanceof Segment.Visible visible
                && Display.of(visible, persona.name()).isPresent();
    }

    private void piece(Turn turn, Persona persona, int number, Segment.Visible visible) {
        postman.post(delivery(turn, persona, number, List.of(visible)));
    }

    private static Delivery delivery(Turn turn, Persona persona, int number, List<Segment.Visible> visible) {
        return new Delivery(
                turn.id(),
                number,
                1,
                turn.conversation(),
                persona.id(),
                persona.name(),
                turn.replyTo(),
                Before.NOTHING,
                visible);
    }

    private static Set<Integer> pieces(Turn turn, Persona persona) {
        return IntStream.range(0, turn.segments().size())
                .filter(number -> shows(turn.segments().get(number), persona))
                .boxed()
                .collect(Collectors.toSet());
    }
}
