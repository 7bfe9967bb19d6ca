package dramatis.persistence;

import dramatis.inference.Completion;
import dramatis.message.Speaker;
import dramatis.session.Session;
import dramatis.turn.Turn;
import dramatis.turn.TurnStore.Reply;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What characters said: rows of {@code utterance} without a text, their turns' segments being it. */
record Replies(Statements sql) {
    private static final String COST = """
            SELECT t.finish, t.prompt_tokens, t.cached_tokens, t.new_tokens, t.first_token_nanos, t.total_nanos
            FROM utterance u JOIN turn t ON t.reply_id = u.id AND t.swipe = u.swipe
            WHERE u.id = ? AND t.finish IS NOT NULL ORDER BY t.id DESC
            """;
    private static final String CUT = """
            SELECT t.cut FROM utterance u JOIN turn t ON t.reply_id = u.id AND t.swipe = u.swipe
            WHERE u.id = ? ORDER BY t.id DESC
            """;

    /** Gives a reply its place, to be answered later; its key. */
    long add(Session session, String name, Instant at) {
        return sql.insert("""
                INSERT INTO utterance (session_id, standing, speaker_kind, speaker_key, name, said_at)
                VALUES (?, 'PENDING', 'CHARACTER', ?, ?, ?)
                """, session.id(), session.personaId(), name, at);
    }

    /** Takes back the place of a reply that was not answered. */
    void remove(long id) {
        sql.update("DELETE FROM utterance WHERE id = ? AND standing = 'PENDING'", id);
    }

    /** The swipe is in the history from now on, selected. */
    void say(long id, int swipe) {
        sql.update("UPDATE utterance SET standing = 'SAID', swipe = ? WHERE id = ?", swipe, id);
    }

    /** Its key, or 0. Sorted by both columns of the index: by the second alone, H2 does not read it backwards. */
    long last(long sessionId) {
        return sql.key("""
                        SELECT id FROM utterance USE INDEX (utterance_of_session)
                        WHERE session_id = ? AND speaker_kind = 'CHARACTER' AND standing = 'SAID'
                        ORDER BY session_id DESC, id DESC FETCH FIRST ROW ONLY
                        """, sessionId).orElse(0L);
    }

    /** The keys of what people said to the character after a reply; what it only overheard is not among them. */
    List<Long> since(long sessionId, long replyId) {
        return sql.keys("""
                SELECT id FROM utterance
                WHERE session_id = ? AND id > ? AND speaker_kind = 'PERSON' AND standing = 'SAID'
                    AND turn_id IS NOT NULL
                ORDER BY id
                """, sessionId, replyId);
    }

    /** Who said what a reply answers, or something after it. */
    Set<Speaker> askers(long sessionId, long replyId) {
        return Set.copyOf(
                sql.list(row -> new Speaker(Speaker.Kind.PERSON, row.getString(1)), """
                SELECT DISTINCT speaker_key FROM utterance
                WHERE session_id = ? AND speaker_kind = 'PERSON' AND standing = 'SAID'
                    AND turn_id IS NOT NULL
                    AND (id > ? OR turn_id IN (SELECT id FROM turn WHERE reply_id = ?))
                """, sessionId, replyId, replyId));
    }

    int swipes(long id) {
        return sql.number("SELECT COALESCE(MAX(swipe) + 1, 0) FROM turn WHERE reply_id = ?", id);
    }

    /** Whether there was such a swipe, and nobody is at work on the reply. */
    boolean select(long id, int swipe) {
        return !busy(id) && sql.update("""
                UPDATE utterance SET swipe = ? WHERE id = ? AND ? IN (SELECT swipe FROM turn WHERE reply_id = ?)
                """, swipe, id, swipe, id) > 0;
    }

    /** Whether an open turn works on a reply. */
    boolean busy(long id) {
        return sql.number("""
                SELECT COUNT(*) FROM turn WHERE reply_id = ? AND state IN ('RECEIVED', 'GENERATING', 'ANSWERED')
                """, id) > 0;
    }

    /** A reply that is in the history. */
    Optional<Reply> said(long id) {
        return sql.key("SELECT id FROM utterance WHERE id = ? AND standing = 'SAID' AND speaker_kind = 'CHARACTER'", id)
                .flatMap(this::find);
    }

    int selected(long id) {
        return sql.number("SELECT COALESCE(swipe, 0) FROM utterance WHERE id = ?", id);
    }

    Optional<Reply> find(long id) {
        return id == 0 ? Optional.empty() : Optional.of(get(id));
    }

    private Reply get(long id) {
        boolean cut = sql.first(row -> row.getBoolean(1), CUT, id).orElseThrow();
        Optional<Completion> cost = sql.first(Replies::readCost, COST, id);
        long turn = sql.key(
                        "SELECT t.id FROM utterance u JOIN turn t ON t.reply_id = u.id AND t.swipe = u.swipe"
                                + " WHERE u.id = ? ORDER BY t.id DESC",
                        id)
                .orElseThrow();
        return new Reply(id, turn, new Segments(sql).ofReply(id), selected(id), swipes(id), cut, cost);
    }

    private static Completion readCost(ResultSet row) throws SQLException {
        return new Completion(
                Completion.Finish.valueOf(row.getString("finish")),
                row.getInt("prompt_tokens"),
                row.getInt("cached_tokens"),
                row.getInt("new_tokens"),
                Duration.ofNanos(row.getLong("first_token_nanos")),
                Duration.ofNanos(row.getLong("total_nanos")));
    }

    /** Opens a turn that works on a reply. */
    long again(Session session, long id, Turn.Kind kind, Instant at) {
        long conversation = new Conversations(sql).key(session.conversation());
        long turn = new Turns(sql).add(session.id(), conversation, kind, at);
        sql.update("""
                UPDATE turn SET reply_id = ?,
                    reply_to = (SELECT reply_to FROM turn WHERE reply_id = ? ORDER BY id FETCH FIRST ROW ONLY)
                WHERE id = ?
                """, id, id, turn);
        return turn;
    }
}
