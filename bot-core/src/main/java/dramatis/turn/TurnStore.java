package dramatis.turn;

import dramatis.inference.Completion;
import dramatis.message.InboundMessage;
import dramatis.message.MessageRef;
import dramatis.message.Segment;
import dramatis.message.Speaker;
import dramatis.message.UserNotice;
import dramatis.session.Session;
import dramatis.session.StoreException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns and what was made and posted of them, on disk. Safe for use by many threads; each method is one transaction,
 * committed when it returns, and may block on the disk alone. Unknown turns and moves that a turn's state does not allow
 * are an {@link IllegalStateException}; failures of the store are thrown as {@link StoreException}.
 */
public interface TurnStore {
    /**
     * Whether {@link #admit} would take a message for its own sake: it was not taken before, its author did not opt out,
     * and did not ask to be forgotten since. Asked before anything is kept for it, a session for instance.
     */
    boolean takes(InboundMessage message);

    /**
     * Takes a message into the session's history and sees that a turn answers it: it joins the turn of its conversation
     * that is {@link Turn.State#RECEIVED}, or opens a new one. Nothing is kept where the store does not {@link #takes
     * take} it, or where it would open one turn more than {@code limit} received and generating ones. Whether its
     * conversation is a private chat is known from now on: see {@link dramatis.privacy.PrivacyStore}.
     */
    Admitted admit(Session session, InboundMessage message, int limit);

    /**
     * Opens a turn that works on the session's last reply: {@link Turn.Kind#RETRY} or {@link Turn.Kind#CONTINUE}. Empty
     * where there is no reply, where somebody has spoken since, or where the conversation has a turn received or
     * generating.
     */
    Optional<Turn> again(Session session, Turn.Kind kind, Instant at);

    /** Puts a greeting into the history of a session, as a turn {@link Turn.State#ANSWERED}, ready to be posted. */
    Turn greet(Session session, String name, List<Segment> segments, Instant at);

    Optional<Turn> find(long turnId);

    /** The turn that waits to answer a message of which nothing is left in the history, nor of any other that it answers. */
    Optional<Turn> orphan(MessageRef message);

    /** All turns that are not at an end, oldest first. */
    List<Turn> open();

    /**
     * A seat begins to play a turn that is received or was left generating: one start more. At the first start the reply
     * gets its place in the history, behind all that was said before and before all that is said later; it shows there
     * once answered.
     */
    Turn begin(long turnId, String name);

    /** Keeps a segment; the same number again is kept once. */
    void segment(long turnId, int number, Segment segment);

    /** Throws away the segments of a turn that is generating, to begin its text anew. */
    void clear(long turnId);

    /**
     * Puts a turn that is generating back to {@link Turn.State#RECEIVED}, as if it had never been begun: without that
     * start, its segments and its reply's place, so that messages can join it again. Those that came meanwhile do: the
     * turn that they opened is cancelled. For one of which nothing was posted.
     */
    Turn putBack(long turnId);

    /**
     * The text is complete: it is the history from now on, as a new reply, as the selected swipe, or as the end of the
     * selected swipe, by the turn's kind.
     *
     * @param cut true where it was stopped on the way
     * @param cost what the generation took; empty where nothing was generated at this start
     */
    Turn answer(long turnId, boolean cut, Optional<Completion> cost);

    /** Ends a turn: posted (from answered only), failed or cancelled; a second end changes nothing. */
    void end(long turnId, Turn.State state, Optional<UserNotice> why);

    /** Ends all open turns of a session, as cancelled, and says which they were. */
    List<Long> cancelAll(long sessionId);

    /** The session's last reply, with the thoughts and the plan of its selected swipe; empty where there is none. */
    Optional<Reply> lastReply(long sessionId);

    /** The reply of a session that a turn made or changed, as its selected swipe; empty where it is not in the history. */
    Optional<Reply> reply(long sessionId, long turnId);

    /** How much was said after a reply in its session. */
    int after(long sessionId, long utteranceId);

    /**
     * Takes all that was said after a reply out of the history.
     *
     * @return the platform messages that are gone from the history, the bot's own included
     */
    List<MessageRef> rewind(long sessionId, long utteranceId);

    /**
     * Takes a reply out of the history; what it answered stays.
     *
     * @return the platform messages that are gone from the history
     */
    List<MessageRef> strike(long sessionId, long utteranceId);

    /** Gives a reply another swipe, written by somebody, and selects it; empty where the reply is being worked on. */
    Optional<Reply> amend(long sessionId, long utteranceId, List<Segment> segments, Instant at);

    /**
     * Selects another swipe of the session's last reply: it is the history from now on. Empty, and nothing happens, where
     * the last reply is another one, has no such swipe, or is being worked on.
     *
     * @param swipe its number, from 0
     */
    Optional<Reply> select(long sessionId, long utteranceId, int swipe);

    /** The people whose messages the session's last reply answers, and those who wait for the next one. */
    Set<Speaker> askers(long sessionId);

    /** The people whose messages a reply answers, and those who said something to the character after it. */
    Set<Speaker> askers(long sessionId, long utteranceId);

    /**
     * Takes the last reply and the messages of its turn out of the history, or only the messages that were not answered
     * where there are some. Empty where there is nothing to undo.
     *
     * @return the platform messages that are gone from the history, the bot's own included
     */
    Optional<List<MessageRef>> undo(Session session);

    /** What became of a message. */
    sealed interface Admitted {
        /** It is in a turn now, which it opened or joined. */
        record Queued(Turn turn, boolean joined) implements Admitted {}

        /** It had been taken before. */
        record Duplicate() implements Admitted {}

        /** Its author opted out, or asked to be forgotten after it was sent. */
        record Unwanted() implements Admitted {}

        /** There are too many turns. */
        record Full() implements Admitted {}
    }

    /**
     * A reply with all that is known of it.
     *
     * @param utteranceId its place in the history
     * @param turnId the last turn that made the selected swipe
     * @param segments the selected swipe, plan and thoughts included
     * @param swipe the selected swipe's number, from 0
     * @param swipes how many there are
     * @param cut whether it was stopped on the way
     * @param cost what the last generation of it took
     */
    record Reply(
            long utteranceId,
            long turnId,
            List<Segment> segments,
            int swipe,
            int swipes,
            boolean cut,
            Optional<Completion> cost) {}
}
