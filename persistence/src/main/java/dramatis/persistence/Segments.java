package dramatis.persistence;

import dramatis.message.Segment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The table {@code segment}: what turns made. */
record Segments(Statements sql) {
    static Segment read(ResultSet row) throws SQLException {
        String text = row.getString("text");
        String kind = row.getString("kind");
        return switch (kind) {
            case "PLAN" -> Segment.plan(text);
            case "THOUGHT" -> Segment.thought(text);
            case "SPEECH" -> Segment.speech(text);
            case "ACTION" -> Segment.action(text);
            default -> throw new IllegalStateException("there is no kind of segment " + kind);
        };
    }

    List<Segment> of(long turnId) {
        return sql.list(Segments::read, "SELECT kind, text FROM segment WHERE turn_id = ? ORDER BY number", turnId);
    }

    /** The text of a reply's selected swipe. */
    List<Segment> ofReply(long utteranceId) {
        return sql.list(Segments::read, """
                SELECT g.kind, g.text
                FROM utterance u JOIN turn t ON t.reply_id = u.id AND t.swipe = u.swipe
                    JOIN segment g ON g.turn_id = t.id
                WHERE u.id = ? ORDER BY t.id, g.number
                """, utteranceId);
    }

    /** Keeps a segment, unless there is one of that number. */
    void add(long turnId, int number, Segment segment) {
        Enum<?> kind = segment instanceof Segment.Visible visible ? visible.kind() : ((Segment.Hidden) segment).kind();
        if (sql.keys("SELECT number FROM segment WHERE turn_id = ? AND number = ?", turnId, number)
                .isEmpty()) {
            sql.update(
                    "INSERT INTO segment (turn_id, number, kind, text) VALUES (?, ?, ?, ?)",
                    turnId,
                    number,
                    kind,
                    segment.text());
        }
    }

    void add(long turnId, List<Segment> segments) {
        for (int number = 0; number < segments.size(); number++) {
            add(turnId, number, segments.get(number));
        }
    }

    void clear(long turnId) {
        sql.update("DELETE FROM segment WHERE turn_id = ?", turnId);
    }
}
