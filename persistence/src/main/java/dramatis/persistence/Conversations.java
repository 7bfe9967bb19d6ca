package dramatis.persistence;

import dramatis.message.ConversationRef;
import dramatis.message.MessageRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The table {@code conversation}: places on platforms. */
record Conversations(Statements sql) {
    static ConversationRef read(ResultSet row) throws SQLException {
        return new ConversationRef(row.getString("platform"), row.getString("chat_id"), row.getString("thread_id"));
    }

    /** Of a query that has a column message_id too. */
    static MessageRef readMessage(ResultSet row) throws SQLException {
        return new MessageRef(read(row), row.getString("message_id"));
    }

    Optional<Long> find(ConversationRef ref) {
        return sql.key(
                "SELECT id FROM conversation WHERE platform = ? AND chat_id = ? AND thread_id = ?",
                ref.platform(),
                ref.chatId(),
                ref.threadId());
    }

    /** Its key; it is kept from now on. */
    long key(ConversationRef ref) {
        return find(ref)
                .orElseGet(() -> sql.insert(
                        "INSERT INTO conversation (platform, chat_id, thread_id) VALUES (?, ?, ?)",
                        ref.platform(),
                        ref.chatId(),
                        ref.threadId()));
    }

    void move(ConversationRef from, ConversationRef to) {
        find(from).ifPresent(old -> move(old, key(to)));
    }

    private void move(long old, long to) {
        sql.update(
                "UPDATE conversation SET session_id = (SELECT session_id FROM conversation WHERE id = ?)"
                        + " WHERE id = ? AND session_id IS NULL",
                old,
                to);
        sql.update("UPDATE conversation SET session_id = NULL WHERE id = ?", old);
        sql.update("UPDATE session SET conversation_id = ? WHERE conversation_id = ?", to, old);
        new Turns(sql).move(old, to);
    }
}
