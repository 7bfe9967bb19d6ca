package dramatis.session;

import static java.util.Objects.requireNonNull;

import dramatis.message.ConversationRef;
import dramatis.message.MessageRef;
import dramatis.message.UserRef;
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
     * Ends a session and begins the same character's next one in its place: with the same person and what is known of
     * them, which is what they said about themselves since, where they did; without the setting.
     */
    Session restart(long sessionId, Instant at);

    /**
     * Takes a {@link #close} back: the character's session here that was closed last, before this one began, is the
     * current one again, and this one is closed for good. Empty, and nothing happens, where there is none; one whose person was
     * forgotten is none.
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

    /**
     * A person changed a message: its new text is the history. Of one who opted out it leaves the history instead.
     * Nothing happens where the message is unknown or was taken away.
     */
    void edit(MessageRef message, String text);

    /**
     * A person took a message away: it leaves the history, and its text is not kept. Nothing happens where the message is
     * unknown.
     */
    void delete(MessageRef message);

    /** A conversation goes on under another id (a group that became a supergroup). */
    void move(ConversationRef from, ConversationRef to);

    /**
     * What to open: see {@link Session} for the values.
     *
     * @param openedBy whose name and profile these are, so that they can ask for them and take them away
     */
    record Opening(
            ConversationRef conversation,
            String personaId,
            Optional<UserRef> openedBy,
            String userName,
            String userProfile,
            Optional<String> scene,
            Instant at) {
        public Opening {
            requireNonNull(conversation, "conversation");
            requireNonNull(personaId, "personaId");
            requireNonNull(openedBy, "openedBy");
            requireNonNull(userName, "userName");
            requireNonNull(userProfile, "userProfile");
            requireNonNull(scene, "scene");
            requireNonNull(at, "at");
        }

        /** One of a person that no platform knows: only in a private chat can it be told whose it is. */
        public Opening(
                ConversationRef conversation,
                String personaId,
                String userName,
                String userProfile,
                Optional<String> scene,
                Instant at) {
            this(conversation, personaId, Optional.empty(), userName, userProfile, scene, at);
        }
    }

    /**
     * An opened session.
     *
     * @param session the session, now the current one
     * @param fresh true where it began now, false where it was resumed
     */
    record Opened(Session session, boolean fresh) {}
}
