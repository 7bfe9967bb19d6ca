package dramatis.turn;

import static java.util.Objects.requireNonNull;

import dramatis.message.ConversationRef;
import dramatis.message.MessageRef;
import dramatis.message.Segment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One reply in the making, from the message that asks for it until it is posted. Its state is always on disk.
 *
 * @param id its key in the store, growing with time
 * @param sessionId the session it belongs to
 * @param conversation where
 * @param kind why there is one
 * @param state how far it is
 * @param starts how often a seat began to play it
 * @param replyId the utterance that it makes or changes: 0 until it was begun first. History below this id is what it
 *     answers
 * @param replyTo the last message it answers
 * @param segments what is made so far, in order
 * @param receivedAt when it was asked for
 */
public record Turn(
        long id,
        long sessionId,
        ConversationRef conversation,
        Kind kind,
        State state,
        int starts,
        long replyId,
        Optional<MessageRef> replyTo,
        List<Segment> segments,
        Instant receivedAt) {
    /** Why there is a turn. */
    public enum Kind {
        /** A character's first words in a session; nothing is generated. */
        GREETING,
        /** An answer to what people wrote. */
        REPLY,
        /** Another swipe of the last reply. */
        RETRY,
        /** More of the last reply's selected swipe. */
        CONTINUE
    }

    /** How far a turn is; the last three are its possible ends. */
    public enum State {
        /** Asked for and waiting; further messages join it. */
        RECEIVED,
        /** A seat plays it. */
        GENERATING,
        /** All is made and in the history; not all of it is known to be posted. */
        ANSWERED,
        POSTED,
        FAILED,
        CANCELLED;

        public boolean open() {
            return this == RECEIVED || this == GENERATING || this == ANSWERED;
        }
    }

    public Turn {
        requireNonNull(conversation, "conversation");
        requireNonNull(kind, "kind");
        requireNonNull(state, "state");
        requireNonNull(replyTo, "replyTo");
        segments = List.copyOf(segments);
        requireNonNull(receivedAt, "receivedAt");
    }
}
