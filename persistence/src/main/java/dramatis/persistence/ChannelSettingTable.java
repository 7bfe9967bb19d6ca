package dramatis.persistence;

import dramatis.address.ChannelSettings;
import dramatis.address.Listen;
import dramatis.address.Scope;
import dramatis.address.Triggers;
import dramatis.message.ConversationRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** The table {@code channel_setting}. */
record ChannelSettingTable(Statements sql) {
    /** A thread's row comes before its channel's, whose thread_id is empty. */
    static final String FIND = """
            SELECT * FROM channel_setting
            WHERE platform = ? AND chat_id = ? AND thread_id IN (?, '')
            ORDER BY thread_id DESC
            """;

    private static ChannelSettings read(ResultSet row) throws SQLException {
        return new ChannelSettings(
                new Triggers(
                        row.getBoolean("on_mention"),
                        row.getBoolean("on_reply"),
                        row.getBoolean("on_name"),
                        row.getBoolean("on_all"),
                        row.getDouble("chance")),
                Scope.valueOf(row.getString("scope")),
                Listen.valueOf(row.getString("listen")),
                Duration.ofSeconds(row.getInt("cooldown_seconds")),
                row.getInt("bot_turn_cap"),
                row.getBoolean("streaming"));
    }

    Optional<ChannelSettings> find(ConversationRef place) {
        return sql.first(ChannelSettingTable::read, FIND, place.platform(), place.chatId(), place.threadId());
    }

    boolean has(ConversationRef place) {
        return sql.number(
                        "SELECT COUNT(*) FROM channel_setting WHERE platform = ? AND chat_id = ? AND thread_id = ?",
                        place.platform(),
                        place.chatId(),
                        place.threadId())
                > 0;
    }

    void put(ConversationRef place, ChannelSettings settings) {
        Triggers triggers = settings.triggers();
        sql.update(
                """
                MERGE INTO channel_setting (platform, chat_id, thread_id, on_mention, on_reply, on_name, on_all, chance,
                    scope, listen, cooldown_seconds, bot_turn_cap, streaming)
                KEY (platform, chat_id, thread_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                place.platform(),
                place.chatId(),
                place.threadId(),
                triggers.mention(),
                triggers.reply(),
                triggers.name(),
                triggers.all(),
                triggers.chance(),
                settings.scope(),
                settings.listen(),
                settings.cooldown().toSeconds(),
                settings.botTurnCap(),
                settings.streaming());
    }

    void clear(ConversationRef place) {
        sql.update(
                "DELETE FROM channel_setting WHERE platform = ? AND chat_id = ? AND thread_id = ?",
                place.platform(),
                place.chatId(),
                place.threadId());
    }

    /** Where {@code to} has a row already, that stays. */
    void move(ConversationRef from, ConversationRef to) {
        if (from.equals(to)) {
            return;
        }
        sql.update(
                """
                UPDATE channel_setting SET platform = ?, chat_id = ?, thread_id = ?
                WHERE platform = ? AND chat_id = ? AND thread_id = ? AND NOT EXISTS (
                    SELECT 1 FROM channel_setting WHERE platform = ? AND chat_id = ? AND thread_id = ?)
                """,
                to.platform(),
                to.chatId(),
                to.threadId(),
                from.platform(),
                from.chatId(),
                from.threadId(),
                to.platform(),
                to.chatId(),
                to.threadId());
        clear(from);
    }
}
