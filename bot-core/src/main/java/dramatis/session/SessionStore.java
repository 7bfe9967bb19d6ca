package dramatis.session;

import dramatis.message.ConversationRef;
import dramatis.message.MessageRef;
import dramatis.message.Utterance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sessions and their histories, on disk. Safe for use by many threads; each method is one transaction, committed when
 * it returns, and may block on the disk alone. Failures of the store are thrown as {@link StoreException}.
 */
public interface SessionStore {
    /** The session that plays in this conversation now. */
    Optional<Session> current(ConversationRef conversation);

    Optional<Session> find(long sessionId);

    /**
     * Makes the session of this character the conversation's current one: the one it had here before, if it was not
     * {@link #close closed}, else a new one with these values.
     */
    Opened open(Opening opening);

    /** Ends a session: it is nobody's current one any more, and opening its character again begins anew. */
    void close(long sessionId);

    /**
     * Takes a {@link #close} back: the character's session here that was closed last, before this one began, is the
     * current one again, and this one is closed. Empty, and nothing happens, where there is none.
     */
    Optional<Session> reopen(Session instead);

    /** Sets or clears the setting chosen in this session. */
    Session scene(long sessionId, Optional<String> scene);

    /** Forgets for the model, not on disk, what was said before this utterance. */
    Session historyFrom(long sessionId, long utteranceId);

    /**
     * What was said from one utterance (inclusive) up to another (exclusive), oldest first. Utterances that were undone
     * or deleted, and replies that are not answered yet, are left out. Replies have the segments of their selected
     * swipe.
     */
    List<Utterance> history(long sessionId, long from, long before);

    /** A person changed a message: its new text is the history. Nothing happens where the message is unknown. */
    void edit(MessageRef message, String text);

    /** A person took a message away: it leaves the history. Nothing happens where the message is unknown. */
    void delete(MessageRef message);

    /** A conversation goes on under another id (a group that became a supergroup). */
    void move(ConversationRef from, ConversationRef to);

    /** What to open: see {@link Session} for the values. */
    record Opening(
            ConversationRef conversation,
            String personaId,
            String userName,
            String userProfile,
            Optional<String> scene,
            Instant at) {}

    /**
     * An opened session.
     *
     * @param session the session, now the current one
     * @param fresh true where it began now, false where it was resumed
     */
    record Opened(Session session, boolean fresh) {}
}
