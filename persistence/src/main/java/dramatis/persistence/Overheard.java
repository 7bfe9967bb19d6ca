package dramatis.persistence;

import dramatis.message.InboundMessage;
import dramatis.message.MessageRef;
import dramatis.message.Speaker;
import dramatis.session.SessionStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table {@code overheard}: what waits to be taken into a history. */
record Overheard(Statements sql) {
    private static final String OF_MESSAGE = "WHERE conversation_id = ? AND message_id = ?";

    /** Keeps a message, once, and drops those that are too many now. */
    void add(long sessionId, InboundMessage message) {
        Conversations conversations = new Conversations(sql);
        long conversation = conversations.key(message.ref().conversation());
        conversations.place(conversation, message.place());
        if (find(message.ref()).isPresent()) {
            return;
        }
        sql.insert(
                """
                INSERT INTO overheard (session_id, speaker_key, name, said_at, text, conversation_id, message_id)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                sessionId,
                Speaker.person(message.author()).key(),
                message.authorName(),
                message.sentAt(),
                message.text(),
                conversation,
                message.ref().messageId());
        trim(sessionId, message.sentAt());
    }

    private void trim(long sessionId, Instant now) {
        sql.update("""
                DELETE FROM overheard WHERE session_id = ? AND (said_at < ? OR id <= (
                    SELECT o.id FROM overheard o WHERE o.session_id = ?
                    ORDER BY o.session_id DESC, o.id DESC OFFSET %d ROWS FETCH FIRST ROW ONLY))
                """.formatted(SessionStore.OVERHEARD), sessionId, now.minus(SessionStore.HEARSAY), sessionId);
    }

    /** All that a session overheard of late is in its history from now on, before what is said to it now. */
    void join(long sessionId, Instant now) {
        trim(sessionId, now);
        sql.update("""
                INSERT INTO utterance (
                    session_id, standing, speaker_kind, speaker_key, name, said_at, text, conversation_id, message_id)
                SELECT session_id, 'SAID', 'PERSON', speaker_key, name, said_at, text, conversation_id, message_id
                FROM overheard WHERE session_id = ? ORDER BY id
                """, sessionId);
        sql.update("DELETE FROM overheard WHERE session_id = ?", sessionId);
    }

    private Optional<Long> find(MessageRef ref) {
        return new Conversations(sql)
                .find(ref.conversation())
                .flatMap(place -> sql.key("SELECT id FROM overheard " + OF_MESSAGE, place, ref.messageId()));
    }

    /** Of one who opted out it is as if they had taken it away. */
    void edit(MessageRef ref, String text) {
        find(ref).ifPresent(id -> {
            String author = sql.first(row -> row.getString(1), "SELECT speaker_key FROM overheard WHERE id = ?", id)
                    .orElseThrow();
            if (new Wishes(sql).optedOut(author)) {
                delete(id);
            } else {
                sql.update("UPDATE overheard SET text = ? WHERE id = ?", text, id);
            }
        });
    }

    void delete(MessageRef ref) {
        find(ref).ifPresent(this::delete);
    }

    private void delete(long id) {
        sql.update("DELETE FROM overheard WHERE id = ?", id);
    }

    /** Whether the one was known; the other is kept once. */
    boolean replace(MessageRef before, InboundMessage message) {
        Optional<Long> old = find(before);
        if (old.isEmpty() || find(message.ref()).isPresent()) {
            return false;
        }
        return sql.update(
                        "UPDATE overheard SET conversation_id = ?, message_id = ?, name = ?, text = ? WHERE id = ?",
                        new Conversations(sql).key(message.ref().conversation()),
                        message.ref().messageId(),
                        message.authorName(),
                        message.text(),
                        old.get())
                > 0;
    }

    /** All that a person said, and all that their own sessions heard. */
    void forget(String person, List<Long> sessions) {
        sql.update("DELETE FROM overheard WHERE speaker_key = ?", person);
        sql.update("DELETE FROM overheard WHERE session_id = ANY(?)", Erasure.keys(sessions));
    }

    Optional<Instant> last(String person) {
        return sql.first(
                        row -> Optional.ofNullable(row.getObject(1, Instant.class)),
                        "SELECT MAX(said_at) FROM overheard WHERE speaker_key = ?",
                        person)
                .orElseThrow();
    }

    /** How many went. */
    int olderThan(Instant time) {
        return sql.update("DELETE FROM overheard WHERE said_at < ?", time);
    }
}
