package dramatis.persistence;

import dramatis.delivery.PostStore.Posting;
import dramatis.platform.Receipt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The tables {@code post} and {@code post_message}. */
record Posts(Statements sql) {
    /** The number of this attempt; what became of it is unknown for now. Messages of earlier attempts stay known. */
    int intend(long turnId, int piece) {
        int known = sql.update("""
                UPDATE post SET attempts = attempts + 1, outcome = 'UNKNOWN', refusal = NULL
                WHERE turn_id = ? AND piece = ?
                """, turnId, piece);
        if (known == 0) {
            sql.update("""
                    INSERT INTO post (turn_id, piece, conversation_id, attempts, outcome)
                    SELECT id, ?, conversation_id, 1, 'UNKNOWN' FROM turn WHERE id = ?
                    """, piece, turnId);
        }
        return sql.number("SELECT attempts FROM post WHERE turn_id = ? AND piece = ?", turnId, piece);
    }

    void receipt(long turnId, int piece, Receipt receipt) {
        if (receipt instanceof Receipt.Sent sent) {
            outcome(turnId, piece, "SENT", Optional.empty());
            keep(turnId, piece, sent.messageIds());
        } else if (receipt instanceof Receipt.Refused refused) {
            outcome(turnId, piece, "REFUSED", Optional.of(refused.why()));
        } else {
            outcome(turnId, piece, "UNKNOWN", Optional.empty());
        }
    }

    private void outcome(long turnId, int piece, String outcome, Optional<String> refusal) {
        int known = sql.update(
                "UPDATE post SET outcome = ?, refusal = ? WHERE turn_id = ? AND piece = ?",
                outcome,
                refusal,
                turnId,
                piece);
        if (known == 0) {
            throw new IllegalStateException("piece " + piece + " of turn " + turnId + " was not intended");
        }
    }

    private void keep(long turnId, int piece, List<String> messageIds) {
        sql.update("DELETE FROM post_message WHERE turn_id = ? AND piece = ?", turnId, piece);
        for (int number = 0; number < messageIds.size(); number++) {
            sql.update(
                    "INSERT INTO post_message (turn_id, piece, number, message_id) VALUES (?, ?, ?, ?)",
                    turnId,
                    piece,
                    number,
                    messageIds.get(number));
        }
    }

    Optional<Long> turn(long conversation, String messageId) {
        return sql.key("""
                SELECT p.turn_id FROM post_message m JOIN post p ON p.turn_id = m.turn_id AND p.piece = m.piece
                WHERE m.message_id = ? AND p.conversation_id = ? ORDER BY p.turn_id DESC
                """, messageId, conversation);
    }

    List<String> standing(long turnId) {
        return sql.list(row -> row.getString(1), """
                        SELECT m.message_id FROM turn t JOIN turn o ON o.reply_id = t.reply_id
                            JOIN post_message m ON m.turn_id = o.id
                        WHERE t.id = ? ORDER BY o.id, m.piece, m.number
                        """, turnId).stream()
                .distinct()
                .toList();
    }

    void supersede(long turnId) {
        sql.update("""
                DELETE FROM post_message WHERE turn_id <> ? AND turn_id IN (
                    SELECT o.id FROM turn t JOIN turn o ON o.reply_id = t.reply_id WHERE t.id = ?)
                """, turnId, turnId);
    }

    List<Posting> of(long turnId) {
        return sql.list(
                this::read,
                "SELECT turn_id, piece, attempts, outcome, refusal FROM post WHERE turn_id = ? ORDER BY piece",
                turnId);
    }

    private Posting read(ResultSet row) throws SQLException {
        return new Posting(row.getInt("piece"), row.getInt("attempts"), receipt(row));
    }

    private Receipt receipt(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return switch (outcome) {
            case "SENT" -> new Receipt.Sent(messageIds(row.getLong("turn_id"), row.getInt("piece")));
            case "REFUSED" -> new Receipt.Refused(row.getString("refusal"));
            default -> new Receipt.Unknown();
        };
    }

    private List<String> messageIds(long turnId, int piece) {
        return sql.list(
                row -> row.getString(1),
                "SELECT message_id FROM post_message WHERE turn_id = ? AND piece = ? ORDER BY number",
                turnId,
                piece);
    }
}
