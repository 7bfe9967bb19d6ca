package dramatis.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.address.ChannelSettings;
import dramatis.address.ChannelSettingsStore;
import dramatis.address.ChannelSettingsStoreContract;
import dramatis.message.ConversationRef;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseChannelSettingsStoreTest extends ChannelSettingsStoreContract {
    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected ChannelSettingsStore store() {
        return database.channelSettings();
    }

    @Test
    void put_thenReopened_isThere() {
        ConversationRef place = place("tavern", "cellar");
        ChannelSettings settings = ChannelSettings.DEFAULT.withBotTurnCap(9);
        store().put(place, settings);
        database.close();
        open();

        assertThat(store().find(place)).contains(settings);
    }

    @Test
    void find_manyRows_readsTwoOfTheIndex() throws SQLException {
        for (int i = 0; i < 500; i++) {
            store().put(place("channel" + i, i % 2 == 0 ? "" : "thread"), ChannelSettings.DEFAULT);
        }
        database.close();

        assertThat(planOf(place("channel7", "thread"))).contains("PRIMARY_KEY").contains("scanCount: 2");
        open();
    }

    private String planOf(ConversationRef place) throws SQLException {
        try (Connection connection = new DatabaseFile(folder, Optional.empty()).connect();
                PreparedStatement find = connection.prepareStatement("EXPLAIN ANALYZE " + ChannelSettingTable.FIND)) {
            find.setString(1, place.platform());
            find.setString(2, place.chatId());
            find.setString(3, place.threadId());
            try (ResultSet plan = find.executeQuery()) {
                plan.next();
                return plan.getString(1);
            }
        }
    }

    private static ConversationRef place(String chatId, String threadId) {
        return new ConversationRef("discord", chatId, threadId);
    }
}
