package dramatis.persistence;

import dramatis.inference.Completion;
import dramatis.message.MessageRef;
import dramatis.message.UserNotice;
import dramatis.turn.Turn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table {@code turn}. */
record Turns(Statements sql) {
    private static final String OPEN = "state IN ('RECEIVED', 'GENERATING', 'ANSWERED')";
    private static final String WAITING = "state IN ('RECEIVED', 'GENERATING')";

    /** Few turns are open, which H2 does not know: it counts how many states there are, and would read all turns. */
    private static final String BY_STATE = " USE INDEX (turn_in_state) ";

    private static final String SELECT = """
            SELECT t.id, t.session_id, t.kind, t.state, t.starts, t.reply_id, t.received_at,
                c.platform, c.chat_id, c.thread_id
            FROM turn t %sJOIN conversation c ON c.id = t.conversation_id
            """;
    private static final String REPLY_TO = """
            SELECT c.platform, c.chat_id, c.thread_id, u.message_id
            FROM turn t JOIN utterance u ON u.id = t.reply_to JOIN conversation c ON c.id = u.conversation_id
            WHERE t.id = ?
            """;

    private Turn read(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        Optional<MessageRef> replyTo = sql.first(Conversations::readMessage, REPLY_TO, id);
        return new Turn(
                id,
                row.getLong("session_id"),
                Conversations.read(row),
                Turn.Kind.valueOf(row.getString("kind")),
                Turn.State.valueOf(row.getString("state")),
                row.getInt("starts"),
                row.getLong("reply_id"), // 0 where it is NULL
                replyTo,
                new Segments(sql).of(id),
                row.getObject("received_at", Instant.class));
    }

    Optional<Turn> find(long id) {
        return sql.first(this::read, SELECT.formatted("") + "WHERE t.id = ?", id);
    }

    Turn get(long id) {
        return find(id).orElseThrow(() -> new IllegalStateException("there is no turn " + id));
    }

    /** The turn, which must be in one of these states for this move. */
    Turn require(long id, String move, Turn.State... states) {
        Turn turn = get(id);
        if (!List.of(states).contains(turn.state())) {
            throw new IllegalStateException("cannot " + move + ": turn " + id + " is " + turn.state());
        }
        return turn;
    }

    List<Turn> open() {
        return sql.list(this::read, SELECT.formatted(BY_STATE) + "WHERE t." + OPEN + " ORDER BY t.id");
    }

    /** How many wait or are played, everywhere. */
    int waiting() {
        return sql.number("SELECT COUNT(*) FROM turn" + BY_STATE + "WHERE " + WAITING);
    }

    boolean waiting(long conversation) {
        String count = "SELECT COUNT(*) FROM turn" + BY_STATE + "WHERE " + WAITING + " AND conversation_id = ?";
        return sql.number(count, conversation) > 0;
    }

    /** A turn on an existing reply is joined by nobody: it answers only what stands before that reply. */
    Optional<Long> joinable(long sessionId, long conversation) {
        return sql.key(
                "SELECT id FROM turn" + BY_STATE
                        + "WHERE state = 'RECEIVED' AND kind = 'REPLY' AND session_id = ? AND conversation_id = ?",
                sessionId,
                conversation);
    }

    long add(long sessionId, long conversation, Turn.Kind kind, Instant at) {
        return sql.insert("""
                INSERT INTO turn (session_id, conversation_id, kind, state, received_at)
                VALUES (?, ?, ?, 'RECEIVED', ?)
                """, sessionId, conversation, kind, at);
    }

    void replyTo(long id, long utteranceId) {
        sql.update("UPDATE turn SET reply_to = ? WHERE id = ?", utteranceId, id);
    }

    void place(long id, long replyId) {
        sql.update("UPDATE turn SET reply_id = ? WHERE id = ?", replyId, id);
    }

    void displace(long id) {
        sql.update("UPDATE turn SET reply_id = NULL WHERE id = ?", id);
    }

    void begin(long id) {
        sql.update("UPDATE turn SET state = 'GENERATING', starts = starts + 1 WHERE id = ?", id);
    }

    void putBack(long id) {
        sql.update("UPDATE turn SET state = 'RECEIVED', starts = starts - 1 WHERE id = ?", id);
    }

    /** What was said while a turn was played, it answers too: the turn that waited for that is not needed. */
    void joinLater(Turn turn) {
        sql.keys(
                        "SELECT id FROM turn" + BY_STATE
                                + "WHERE state = 'RECEIVED' AND kind = 'REPLY' AND session_id = ? AND id > ? ORDER BY id",
                        turn.sessionId(),
                        turn.id())
                .forEach(later -> {
                    sql.update("UPDATE utterance SET turn_id = ? WHERE turn_id = ?", turn.id(), later);
                    sql.update(
                            "UPDATE turn SET reply_to = (SELECT reply_to FROM turn WHERE id = ?) WHERE id = ?",
                            later,
                            turn.id());
                    cancel(later);
                });
    }

    void answer(long id, int swipe, boolean cut) {
        sql.update("UPDATE turn SET state = 'ANSWERED', swipe = ?, cut = ? WHERE id = ?", swipe, cut, id);
    }

    void cost(long id, Completion cost) {
        sql.update(
                """
                UPDATE turn SET finish = ?, prompt_tokens = ?, cached_tokens = ?, new_tokens = ?,
                    first_token_nanos = ?, total_nanos = ?
                WHERE id = ?
                """,
                cost.finish(),
                cost.promptTokens(),
                cost.cachedTokens(),
                cost.newTokens(),
                cost.firstToken().toNanos(),
                cost.total().toNanos(),
                id);
    }

    void end(long id, Turn.State state, Optional<UserNotice> why) {
        sql.update("UPDATE turn SET state = ?, notice = ? WHERE id = ?", state, why.map(UserNotice::key), id);
    }

    List<Long> cancelAll(long sessionId) {
        List<Long> open = sql.keys(
                "SELECT id FROM turn" + BY_STATE + "WHERE " + OPEN + " AND session_id = ? ORDER BY id", sessionId);
        open.forEach(this::cancel);
        return open;
    }

    /** Nothing happens to a turn that has ended. */
    void cancel(long id) {
        sql.update("UPDATE turn SET state = 'CANCELLED' WHERE id = ? AND " + OPEN, id);
    }

    /** Open turns go on elsewhere; those at an end stay where they were. */
    void move(long from, long to) {
        open(from).forEach(id -> sql.update("UPDATE turn SET conversation_id = ? WHERE id = ?", to, id));
    }

    private List<Long> open(long conversation) {
        return sql.keys("SELECT id FROM turn" + BY_STATE + "WHERE " + OPEN + " AND conversation_id = ?", conversation);
    }
}
