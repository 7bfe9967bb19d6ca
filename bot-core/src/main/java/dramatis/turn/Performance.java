package dramatis.turn;

import static java.util.Objects.requireNonNull;

import dramatis.inference.Completion;
import dramatis.message.Segment;
import dramatis.message.UserNotice;
import dramatis.persona.Persona;
import dramatis.platform.TurnWatcher.Phase;
import java.util.Optional;

/** One turn while it is played: keeps each segment, then hands it on. For one thread. */
final class Performance {
    private final Persona persona;
    private final TurnStore store;
    private final TurnPoster poster;
    private Turn turn;
    private int next;
    private boolean visible;
    private Optional<Completion> cost = Optional.empty();

    Performance(Turn turn, Persona persona, TurnStore store, TurnPoster poster) {
        this.turn = requireNonNull(turn, "turn");
        this.persona = requireNonNull(persona, "persona");
        this.store = requireNonNull(store, "store");
        this.poster = requireNonNull(poster, "poster");
    }

    Turn turn() {
        return turn;
    }

    Persona persona() {
        return persona;
    }

    /** Whether something that people can see was made. */
    boolean visible() {
        return visible;
    }

    void cost(Completion completion) {
        cost = Optional.of(completion);
    }

    /** Posts what an earlier process made of this turn and did not post; its thoughts are not whispered again. */
    void repost() {
        for (Segment segment : turn.segments()) {
            if (segment instanceof Segment.Visible) {
                handOn(segment);
            } else {
                next++;
            }
        }
    }

    /** Keeps a new segment and hands it on. */
    void segment(Segment segment) {
        store.segment(turn.id(), next, segment);
        handOn(segment);
    }

    /** Begins anew, before anything was posted. */
    void clear() {
        store.clear(turn.id());
        turn = store.find(turn.id()).orElseThrow();
        next = 0;
    }

    /** @param why what people are told once all is posted */
    void answer(boolean cut, Optional<UserNotice> why) {
        poster.finish(store.answer(turn.id(), cut, cost), persona, why);
    }

    private void handOn(Segment segment) {
        if (!visible && TurnPoster.shows(segment, persona)) {
            visible = true;
            poster.phase(turn, Phase.SPEAKING);
        }
        poster.segment(turn, persona, next++, segment);
    }
}
