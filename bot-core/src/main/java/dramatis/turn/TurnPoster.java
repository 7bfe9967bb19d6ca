package dramatis.turn;

import static java.util.Objects.requireNonNull;

import dramatis.delivery.Postman;
import dramatis.her.Display;
import dramatis.message.Segment;
import dramatis.message.UserNotice;
import dramatis.persona.Persona;
import dramatis.platform.Delivery;
import dramatis.platform.Delivery.Before;
import dramatis.platform.TurnWatcher.Phase;
import dramatis.platform.Whisper;
import dramatis.session.SessionManager;
import dramatis.session.SessionManager.Cast;
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

    public TurnPoster(TurnStore store, SessionManager sessions, Postman postman) {
        this.store = requireNonNull(store, "store");
        this.sessions = requireNonNull(sessions, "sessions");
        this.postman = requireNonNull(postman, "postman");
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
                store.end(turn.id(), Turn.State.POSTED, Optional.empty());
                why.ifPresent(notice -> postman.notice(turn.conversation(), notice));
                phase(turn, why.isPresent() ? Phase.FAILED : Phase.POSTED);
            } else {
                fail(turn, UserNotice.of("turn.not-posted", persona.name()));
            }
        });
    }

    /** Tells the people of a turn something while it goes on. */
    void notice(Turn turn, UserNotice what) {
        postman.notice(turn.conversation(), what);
    }

    void phase(Turn turn, Phase phase) {
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
        postman.post(new Delivery(
                turn.id(),
                number,
                1,
                turn.conversation(),
                persona.id(),
                persona.name(),
                turn.replyTo(),
                Before.NOTHING,
                List.of(visible)));
    }

    private static Set<Integer> pieces(Turn turn, Persona persona) {
        return IntStream.range(0, turn.segments().size())
                .filter(number -> shows(turn.segments().get(number), persona))
                .boxed()
                .collect(Collectors.toSet());
    }
}
