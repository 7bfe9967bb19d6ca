package dramatis.persistence;

import dramatis.message.ConversationRef;
import dramatis.message.InboundMessage;
import dramatis.message.InboundMessage.Addressing;
import dramatis.message.MessageRef;
import dramatis.message.Speaker;
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

    /** A place is the private chat of whom it is for, until somebody else writes there. */
    void note(long conversation, InboundMessage message) {
        String author = Speaker.person(message.author()).key();
        Optional<String> known = privateTo(conversation);
        if (known.isEmpty() && message.addressing() == Addressing.DIRECT) {
            privateTo(conversation, author);
        } else if (known.isPresent()
                && !known.get().equals(author)
                && !known.get().isEmpty()) {
            privateTo(conversation, "");
        }
    }

    private Optional<String> privateTo(long conversation) {
        return sql.first(
                        row -> Optional.ofNullable(row.getString(1)),
                        "SELECT private_to FROM conversation WHERE id = ?",
                        conversation)
                .orElse(Optional.empty());
    }

    private void privateTo(long conversation, String person) {
        sql.update("UPDATE conversation SET private_to = ? WHERE id = ?", person, conversation);
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
