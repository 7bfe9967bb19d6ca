package dramatis.persistence;

import dramatis.message.InboundMessage;
import dramatis.message.MessageRef;
import dramatis.message.Speaker;
import java.util.Optional;

/** What people wrote, in the table {@code utterance}. */
record Messages(Statements sql) {
    boolean taken(MessageRef ref) {
        return new Conversations(sql)
                .find(ref.conversation())
                .flatMap(place -> find(place, ref))
                .isPresent();
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

    void edit(MessageRef ref, String text) {
        new Conversations(sql)
                .find(ref.conversation())
                .ifPresent(place -> sql.update(
                        "UPDATE utterance SET text = ? WHERE conversation_id = ? AND message_id = ?",
                        text,
                        place,
                        ref.messageId()));
    }

    void delete(MessageRef ref) {
        new Conversations(sql)
                .find(ref.conversation())
                .ifPresent(place -> sql.update(
                        "UPDATE utterance SET standing = 'DELETED' WHERE conversation_id = ? AND message_id = ?",
                        place,
                        ref.messageId()));
    }
}
