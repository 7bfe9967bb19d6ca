package dramatis.persistence;

import dramatis.message.InboundMessage;
import dramatis.message.MessageRef;
import dramatis.message.Speaker;
import java.util.Optional;

/** What people wrote, in the table {@code utterance}. */
record Messages(Statements sql) {
    boolean taken(MessageRef ref) {
        return find(ref).isPresent();
    }

    /** The key of the turn that waits to answer a message, where nothing that it answers is left. */
    Optional<Long> orphan(MessageRef ref) {
        return find(ref).flatMap(id -> sql.key("""
                SELECT t.id FROM utterance u JOIN turn t ON t.id = u.turn_id
                WHERE u.id = ? AND t.state = 'RECEIVED' AND t.kind = 'REPLY'
                    AND NOT EXISTS (SELECT 1 FROM utterance o WHERE o.turn_id = t.id AND o.standing = 'SAID')
                """, id));
    }

    /** Whether the one was known, and the other not. */
    boolean replace(MessageRef before, InboundMessage message) {
        Optional<Long> old = find(before);
        if (old.isEmpty() || taken(message.ref())) {
            return false;
        }
        long conversation = new Conversations(sql).key(message.ref().conversation());
        return sql.update("""
                        UPDATE utterance SET conversation_id = ?, message_id = ?, name = ?, text = ?, standing =
                            CASE standing WHEN 'DELETED' THEN 'SAID' ELSE standing END
                        WHERE id = ?
                        """, conversation, message.ref().messageId(), message.authorName(), message.text(), old.get())
                > 0;
    }

    private Optional<Long> find(MessageRef ref) {
        return new Conversations(sql).find(ref.conversation()).flatMap(place -> find(place, ref));
    }

    private Optional<Long> find(long conversation, MessageRef ref) {
        return sql.key(
                "SELECT id FROM utterance WHERE conversation_id = ? AND message_id = ?", conversation, ref.messageId());
    }

    /** Puts a message into the history, to be answered by a turn; its key. */
    long add(long sessionId, InboundMessage message, long turnId) {
        return sql.insert(
                """
                INSERT INTO utterance (session_id, standing, speaker_kind, speaker_key, name, said_at,
                    text, conversation_id, message_id, turn_id)
                VALUES (?, 'SAID', 'PERSON', ?, ?, ?, ?, ?, ?, ?)
                """,
                sessionId,
                Speaker.person(message.author()).key(),
                message.authorName(),
                message.sentAt(),
                message.text(),
                new Conversations(sql).key(message.ref().conversation()),
                message.ref().messageId(),
                turnId);
    }

    /** Of one who opted out it is as if they had taken it away. */
    void edit(MessageRef ref, String text) {
        find(ref).ifPresent(id -> {
            if (author(id).filter(new Wishes(sql)::optedOut).isPresent()) {
                delete(id);
            } else {
                sql.update("UPDATE utterance SET text = ? WHERE id = ? AND standing <> 'DELETED'", text, id);
            }
        });
    }

    private Optional<String> author(long id) {
        return sql.first(row -> row.getString(1), "SELECT speaker_key FROM utterance WHERE id = ?", id);
    }

    void delete(MessageRef ref) {
        find(ref).ifPresent(this::delete);
    }

    private void delete(long id) {
        sql.update("UPDATE utterance SET standing = 'DELETED', text = '' WHERE id = ?", id);
    }
}
