package dramatis.persistence;

import static dramatis.persistence.Crowd.ADA;
import static dramatis.persistence.Crowd.BO;
import static dramatis.persistence.Crowd.HALL;
import static dramatis.persistence.Crowd.PRIVATE;
import static org.assertj.core.api.Assertions.assertThat;

import dramatis.message.ConversationRef;
import dramatis.message.Speaker;
import dramatis.message.UserRef;
import dramatis.privacy.Keepsake;
import dramatis.session.Session;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read and deleted in pages, with more than a page of it. */
class LongTalkTest {
    private static final int MANY = 2 * PersonalRows.PAGE;
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private Database database;
    private Crowd crowd;

    @BeforeEach
    void talk() throws SQLException {
        database = Database.open(folder);
        crowd = new Crowd(database);
        writes(ADA, PRIVATE);
        writes(ADA, HALL);
        writes(BO, HALL);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** A message through the store, and many like it past it. */
    private void writes(UserRef author, ConversationRef place) throws SQLException {
        Session session = crowd.session(place);
        crowd.says(author, session, author.userId(), "first");
        try (Connection connection = new DatabaseFile(folder, Optional.empty()).connect();
                PreparedStatement more = connection.prepareStatement("""
                        INSERT INTO utterance (session_id, standing, speaker_kind, speaker_key, name, said_at, text,
                            conversation_id, message_id)
                        SELECT ?, 'SAID', 'PERSON', ?, 'Somebody', ?, 'text ' || x,
                            (SELECT id FROM conversation WHERE chat_id = ?), ? || x
                        FROM SYSTEM_RANGE(2, ?)
                        """)) {
            more.setLong(1, session.id());
            more.setString(2, Speaker.person(author).key());
            more.setObject(3, LONG_AGO);
            more.setString(4, place.chatId());
            more.setString(5, author.userId());
            more.setInt(6, MANY);
            more.executeUpdate();
        }
    }

    @Test
    void export_manyPages_hasEveryMessageOnceAndInOrder() {
        List<String> texts = new ArrayList<>();
        database.privacy().export(ADA, keepsake -> {
            if (keepsake instanceof Keepsake.Message message) {
                texts.add(message.ref().conversation().chatId() + " " + message.text());
            }
        });

        assertThat(texts).hasSize(2 * MANY).doesNotHaveDuplicates();
        assertThat(texts).startsWith("canary-chat first", "canary-chat text 2").endsWith("hall text " + MANY);
        assertThat(database.privacy().show(ADA).messages()).isEqualTo(2 * MANY);
    }

    @Test
    void delete_manyBatches_leavesOnlyOthers() {
        database.privacy().delete(ADA);

        assertThat(database.privacy().show(ADA).since()).isEmpty();
        assertThat(database.sessions().current(PRIVATE)).isEmpty();
        assertThat(crowd.texts(HALL)).hasSize(MANY);
    }

    @Test
    void deleteOlderThan_manyBatches_leavesWhatIsNew() {
        assertThat(database.privacy().deleteOlderThan(LONG_AGO.plusSeconds(1))).isEqualTo(3 * (MANY - 1));

        assertThat(crowd.texts(HALL)).containsExactly("first", "first");
    }
}
