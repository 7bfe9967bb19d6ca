package dramatis.session;

import static java.util.Objects.requireNonNull;

import dramatis.message.ConversationRef;
import dramatis.message.InboundMessage;
import dramatis.message.MessageRef;
import dramatis.message.Place;
import dramatis.message.UserRef;
import dramatis.message.Utterance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sessions and their histories, on disk. Safe for use by many threads; each method is one transaction, committed when
 * it returns, and may block on the disk alone. Failures of the store are thrown as {@link StoreException}.
 */
public interface SessionStore {
    /** How many overheard messages of a session are kept. */
    int OVERHEARD = 50;

    /** How long an overheard message is kept. */
    Duration HEARSAY = Duration.ofDays(1);

    /** The session that plays under this key now. */
    Optional<Session> current(SessionKey key);

    /** Everybody's session that plays in this place now. */
    default Optional<Session> current(ConversationRef place) {
        return current(SessionKey.of(place));
    }

    /** All sessions that play in exactly this place now, everybody's and each person's. */
    List<Session> playing(ConversationRef place);

    Optional<Session> find(long sessionId);

    /**
     * Makes the session of this character the key's current one: the one it had here before, if it was not
     * {@link #close closed}, else a new one with these values. One that was opened by default is chosen from now on
     * where the opening says so.
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

    /** Sets or clears a hidden line of the owner's for the next reply; once a reply is answered it is gone. */
    void steer(long sessionId, Optional<String> line);

    /** The line that waits for the next reply. */
    Optional<String> steering(long sessionId);

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

    /**
     * A message was said again as another one, which takes its place in the history under its own name; what was said
     * to it stays. Says whether the old one was known and the new one not.
     */
    boolean replace(MessageRef before, InboundMessage message);

    /**
     * Keeps what was said in a session's hearing and not to it, until its next turn takes it into the history: the last
     * {@value #OVERHEARD}, for as long as {@link #HEARSAY}. Nothing is kept of what {@link dramatis.turn.TurnStore#takes} would not
     * take.
     */
    void overhear(Session session, InboundMessage message);

    /** The last message of people that is kept of each of a platform's conversations in which something was written since. */
    List<MessageRef> lastHeard(String platform, Instant since);

    /**
     * The bot was taken out of a place: its sessions are closed; what is kept of it is deleted later.
     *
     * @return the turns that waited or were played, and are cancelled now
     */
    List<Long> leave(Place place, Instant at);

    /** The bot is in a place again: what is kept of it stays. */
    void join(Place place);

    /** A conversation goes on under another id (a group that became a supergroup). */
    void move(ConversationRef from, ConversationRef to);

    /**
     * What to open: see {@link Session} for the values.
     *
     * @param key where, and for whom
     * @param openedBy whose name and profile these are, so that they can ask for them and take them away
     */
    record Opening(
            SessionKey key,
            String personaId,
            Optional<UserRef> openedBy,
            String userName,
            String userProfile,
            Optional<String> scene,
            boolean chosen,
            Instant at) {
        public Opening {
            requireNonNull(key, "key");
            requireNonNull(personaId, "personaId");
            requireNonNull(openedBy, "openedBy");
            requireNonNull(userName, "userName");
            requireNonNull(userProfile, "userProfile");
            requireNonNull(scene, "scene");
            requireNonNull(at, "at");
        }

        /** Of a chosen character, in everybody's session. */
        public Opening(
                ConversationRef place,
                String personaId,
                Optional<UserRef> openedBy,
                String userName,
                String userProfile,
                Optional<String> scene,
                Instant at) {
            this(SessionKey.of(place), personaId, openedBy, userName, userProfile, scene, true, at);
        }

        /** One of a person that no platform knows: only in a private chat can it be told whose it is. */
        public Opening(
                ConversationRef place,
                String personaId,
                String userName,
                String userProfile,
                Optional<String> scene,
                Instant at) {
            this(place, personaId, Optional.empty(), userName, userProfile, scene, at);
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
