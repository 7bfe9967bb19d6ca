package dramatis.persistence;

import dramatis.message.MessageRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes the end of a history back. The rows stay, marked; the turns that worked on them end. */
record Undo(Statements sql) {
    Optional<List<MessageRef>> last(long sessionId) {
        Replies replies = new Replies(sql);
        long reply = replies.last(sessionId);
        List<Long> gone = replies.since(sessionId, reply);
        if (gone.isEmpty() && reply != 0) {
            gone = exchange(reply);
        }
        return gone.isEmpty() ? Optional.empty() : Optional.of(take(gone));
    }

    /** The keys of what was said after a reply. */
    List<Long> after(long sessionId, long reply) {
        return sql.keys(
                "SELECT id FROM utterance WHERE session_id = ? AND id > ? AND standing = 'SAID' ORDER BY id",
                sessionId,
                reply);
    }

    List<MessageRef> rewind(long sessionId, long reply) {
        return take(after(sessionId, reply));
    }

    List<MessageRef> strike(long sessionId, long reply) {
        return take(sql.keys(
                "SELECT id FROM utterance WHERE session_id = ? AND id = ? AND standing = 'SAID'", sessionId, reply));
    }

    /** A reply and what its turn answered. */
    private List<Long> exchange(long reply) {
        List<Long> gone = new ArrayList<>(sql.keys("""
                SELECT u.id FROM turn t JOIN utterance u ON u.turn_id = t.id
                WHERE t.reply_id = ? AND u.standing = 'SAID' ORDER BY u.id
                """, reply));
        gone.add(reply);
        return gone;
    }

    private List<MessageRef> take(List<Long> gone) {
        List<MessageRef> refs = new ArrayList<>();
        Set<Long> turns = new LinkedHashSet<>();
        for (long utterance : gone) {
            sql.update("UPDATE utterance SET standing = 'UNDONE' WHERE id = ?", utterance);
            refs.addAll(messages(utterance));
            turns.addAll(sql.keys("SELECT turn_id FROM utterance WHERE id = ? AND turn_id IS NOT NULL", utterance));
            turns.addAll(sql.keys("SELECT id FROM turn WHERE reply_id = ? ORDER BY id", utterance));
        }
        turns.forEach(new Turns(sql)::cancel);
        turns.forEach(turn -> refs.addAll(posts(turn)));
        return refs;
    }

    private List<MessageRef> messages(long utterance) {
        return sql.list(Conversations::readMessage, """
                SELECT c.platform, c.chat_id, c.thread_id, u.message_id
                FROM utterance u JOIN conversation c ON c.id = u.conversation_id WHERE u.id = ?
                """, utterance);
    }

    private List<MessageRef> posts(long turn) {
        return sql.list(Conversations::readMessage, """
                SELECT c.platform, c.chat_id, c.thread_id, m.message_id
                FROM post p JOIN conversation c ON c.id = p.conversation_id
                    JOIN post_message m ON m.turn_id = p.turn_id AND m.piece = p.piece
                WHERE p.turn_id = ? ORDER BY m.piece, m.number
                """, turn);
    }
}
