package dramatis.persistence;

import dramatis.message.ConversationRef;
import dramatis.message.InboundMessage;
import dramatis.message.InboundMessage.Addressing;
import dramatis.message.MessageRef;
import dramatis.message.Place;
import dramatis.message.Speaker;
import dramatis.message.UserRef;
import dramatis.session.SessionKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
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

    /** Of a query that has a column person too. */
    static SessionKey readKey(ResultSet row) throws SQLException {
        return new SessionKey(read(row), readPerson(row));
    }

    private static Optional<UserRef> readPerson(ResultSet row) throws SQLException {
        String person = row.getString("person");
        return person.isEmpty() ? Optional.empty() : Optional.of(new UserRef(row.getString("platform"), person));
    }

    private Optional<UserRef> person(long conversation) {
        return sql.first(
                        Conversations::readPerson,
                        "SELECT platform, person FROM conversation WHERE id = ?",
                        conversation)
                .orElseThrow();
    }

    Optional<Long> find(ConversationRef ref) {
        return find(SessionKey.of(ref));
    }

    Optional<Long> find(SessionKey key) {
        return sql.key(
                "SELECT id FROM conversation WHERE platform = ? AND chat_id = ? AND thread_id = ? AND person = ?",
                key.place().platform(),
                key.place().chatId(),
                key.place().threadId(),
                person(key));
    }

    /** Its key; it is kept from now on. */
    long key(ConversationRef ref) {
        return key(SessionKey.of(ref));
    }

    long key(SessionKey key) {
        return find(key)
                .orElseGet(() -> sql.insert(
                        "INSERT INTO conversation (platform, chat_id, thread_id, person) VALUES (?, ?, ?, ?)",
                        key.place().platform(),
                        key.place().chatId(),
                        key.place().threadId(),
                        person(key)));
    }

    private static String person(SessionKey key) {
        return key.person().map(UserRef::userId).orElse("");
    }

    /** The rows of a place, everybody's and each person's. */
    List<Long> all(ConversationRef place) {
        return sql.keys(
                "SELECT id FROM conversation WHERE platform = ? AND chat_id = ? AND thread_id = ? ORDER BY id",
                place.platform(),
                place.chatId(),
                place.threadId());
    }

    ConversationRef get(long conversation) {
        return sql.first(
                        Conversations::read,
                        "SELECT platform, chat_id, thread_id FROM conversation WHERE id = ?",
                        conversation)
                .orElseThrow();
    }

    List<Long> in(Place place) {
        return sql.keys(
                "SELECT id FROM conversation WHERE platform = ? AND place_id = ? ORDER BY id",
                place.platform(),
                place.id());
    }

    void place(long conversation, Place place) {
        sql.update(
                "UPDATE conversation SET place_id = ? WHERE id = ? AND place_id IS DISTINCT FROM ?",
                place.id(),
                conversation,
                place.id());
    }

    /** A place is the private chat of whom it is for, until somebody else writes there. */
    void note(long conversation, InboundMessage message) {
        String author = Speaker.person(message.author()).key();
        place(conversation, message.place());
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
        all(from).forEach(old -> move(old, key(new SessionKey(to, person(old)))));
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
