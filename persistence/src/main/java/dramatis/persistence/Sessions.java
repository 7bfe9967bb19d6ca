package dramatis.persistence;

import dramatis.message.Place;
import dramatis.message.Speaker;
import dramatis.session.Session;
import dramatis.session.SessionStore.Opening;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table {@code session}. */
record Sessions(Statements sql) {
    private static final String SELECT = """
            SELECT s.id, s.persona_id, s.user_name, s.user_profile, s.scene, s.chosen, s.history_from,
                s.opened_at, c.platform, c.chat_id, c.thread_id, c.person
            FROM session s JOIN conversation c ON c.id = s.conversation_id
            """;

    private static Session read(ResultSet row) throws SQLException {
        return new Session(
                row.getLong("id"),
                Conversations.readKey(row),
                row.getString("persona_id"),
                row.getString("user_name"),
                row.getString("user_profile"),
                Optional.ofNullable(row.getString("scene")),
                row.getBoolean("chosen"),
                row.getLong("history_from"),
                row.getObject("opened_at", Instant.class));
    }

    Optional<Session> find(long id) {
        return sql.first(Sessions::read, SELECT + "WHERE s.id = ?", id);
    }

    Session get(long id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    private static IllegalStateException unknown(long id) {
        return new IllegalStateException("there is no session " + id);
    }

    Optional<Session> current(long conversation) {
        return sql.key("SELECT session_id FROM conversation WHERE id = ? AND session_id IS NOT NULL", conversation)
                .map(this::get);
    }

    /** All that play in a place's conversations now. */
    List<Session> in(Place place) {
        return sql.list(Sessions::read, SELECT + """
                WHERE c.platform = ? AND c.session_id = s.id AND (c.platform, c.chat_id, c.thread_id) IN (
                    SELECT platform, chat_id, thread_id FROM conversation WHERE platform = ? AND place_id = ?)
                """, place.platform(), place.platform(), place.id());
    }

    /** Two are possible after a move into a conversation that had one: the current one is preferred, then the newest. */
    Optional<Session> earlier(long conversation, String personaId) {
        return sql.first(Sessions::read, SELECT + """
                        WHERE s.conversation_id = ? AND s.persona_id = ? AND NOT s.closed
                        ORDER BY CASE WHEN c.session_id = s.id THEN 0 ELSE 1 END, s.id DESC
                        """, conversation, personaId);
    }

    Session add(long conversation, Opening opening) {
        return get(sql.insert(
                """
                INSERT INTO session (
                    conversation_id, persona_id, opened_by, user_name, user_profile, scene, chosen, opened_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                conversation,
                opening.personaId(),
                opening.openedBy().map(user -> Speaker.person(user).key()),
                opening.userName(),
                opening.userProfile(),
                opening.scene(),
                opening.chosen(),
                opening.at()));
    }

    void choose(long id) {
        change(id, "UPDATE session SET chosen = TRUE WHERE id = ?", id);
    }

    void select(long conversation, long id) {
        sql.update("UPDATE conversation SET session_id = ? WHERE id = ?", id, conversation);
    }

    void close(long id) {
        change(id, "UPDATE session SET closed = TRUE WHERE id = ?", id);
        sql.update("UPDATE conversation SET session_id = NULL WHERE session_id = ?", id);
    }

    /** The next one after one that is closed. */
    Session restart(long id, Instant at) {
        long next = sql.insert("""
                INSERT INTO session (
                    conversation_id, persona_id, opened_by, user_name, user_profile, chosen, opened_at)
                SELECT conversation_id, persona_id, opened_by, user_name, user_profile, chosen, ?
                FROM session WHERE id = ?
                """, at, id);
        sql.update(
                "UPDATE conversation SET session_id = ? WHERE id = ("
                        + "SELECT conversation_id FROM session WHERE id = ?)",
                next,
                next);
        return get(next);
    }

    /** The character's newest closed session here that is older than this one, and whose person is not forgotten. */
    Optional<Session> closedBefore(long conversation, Session session) {
        return sql.first(
                Sessions::read,
                SELECT
                        + "WHERE s.conversation_id = ? AND s.persona_id = ? AND s.closed AND NOT s.discarded AND s.user_name <> ''"
                        + " AND s.id < ? ORDER BY s.id DESC",
                conversation,
                session.personaId(),
                session.id());
    }

    void reopen(long id) {
        change(id, "UPDATE session SET closed = FALSE WHERE id = ?", id);
    }

    void discard(long id) {
        close(id);
        change(id, "UPDATE session SET discarded = TRUE WHERE id = ?", id);
    }

    Session scene(long id, Optional<String> scene) {
        change(id, "UPDATE session SET scene = ? WHERE id = ?", scene, id);
        return get(id);
    }

    void steer(long id, Optional<String> line) {
        change(id, "UPDATE session SET steer = ? WHERE id = ?", line, id);
    }

    Optional<String> steering(long id) {
        return sql.first(row -> Optional.ofNullable(row.getString(1)), "SELECT steer FROM session WHERE id = ?", id)
                .orElse(Optional.empty());
    }

    Session historyFrom(long id, long utteranceId) {
        change(id, "UPDATE session SET history_from = ? WHERE id = ?", utteranceId, id);
        return get(id);
    }

    private void change(long id, String statement, Object... values) {
        if (sql.update(statement, values) == 0) {
            throw unknown(id);
        }
    }
}
