package dramatis.persistence;

import static dramatis.message.Segment.speech;
import static dramatis.message.Segment.thought;
import static org.assertj.core.api.Assertions.assertThat;

import dramatis.delivery.PostStore.Posting;
import dramatis.message.ConversationRef;
import dramatis.message.MessageRef;
import dramatis.message.Speaker;
import dramatis.message.UserRef;
import dramatis.message.Utterance;
import dramatis.platform.Receipt;
import dramatis.privacy.Keepsake;
import dramatis.privacy.Kept;
import dramatis.session.Session;
import dramatis.session.SessionKey;
import dramatis.turn.Turn;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of version 0.1.0, with a talk on the console and one that somebody's own adapter held. */
class MigrationTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final ConversationRef CONSOLE = new ConversationRef("console", "me", "");
    private static final ConversationRef HALL = new ConversationRef("irc", "hall", "");
    private static final UserRef ADA = new UserRef("console", "owner");
    private static final UserRef BO = new UserRef("irc", "bo");

    private static final List<String> ROWS = List.of(
            """
            INSERT INTO conversation (platform, chat_id, thread_id) VALUES
                ('console', 'me', ''), ('irc', 'hall', '')
            """,
            """
            INSERT INTO session (conversation_id, persona_id, user_name, user_profile, opened_at) VALUES
                (1, 'elena', 'Ada', 'A mathematician', TIMESTAMP WITH TIME ZONE '2026-05-01 12:00:00+00'),
                (2, 'elena', 'Bo', 'A baker', TIMESTAMP WITH TIME ZONE '2026-05-01 12:00:00+00')
            """,
            "UPDATE conversation SET session_id = id",
            """
            INSERT INTO turn (session_id, conversation_id, kind, state, received_at, swipe) VALUES
                (1, 1, 'REPLY', 'POSTED', TIMESTAMP WITH TIME ZONE '2026-05-01 12:00:00+00', 0),
                (2, 2, 'REPLY', 'RECEIVED', TIMESTAMP WITH TIME ZONE '2026-05-01 12:00:00+00', NULL)
            """,
            """
            INSERT INTO utterance (session_id, standing, speaker_kind, speaker_key, name, said_at, text,
                conversation_id, message_id, turn_id, swipe)
            SELECT session_id, standing, kind, speaker, name, TIMESTAMP WITH TIME ZONE '2026-05-01 12:00:00+00', text,
                place, message, turn, swipe
            FROM (VALUES
                (1, 'SAID', 'PERSON', 'console:owner', 'Ada', 'one', 1, 'm1', 1, NULL),
                (1, 'SAID', 'CHARACTER', 'elena', 'Elena', NULL, NULL, NULL, NULL, 0),
                (1, 'DELETED', 'PERSON', 'console:owner', 'Ada', 'taken away', 1, 'm2', 1, NULL),
                (2, 'SAID', 'PERSON', 'irc:cy', 'Cy', 'two', 2, 'm3', 2, NULL),
                (2, 'SAID', 'PERSON', 'irc:bo', 'Bo', 'three', 2, 'm4', 2, NULL))
            v (session_id, standing, kind, speaker, name, text, place, message, turn, swipe)
            """,
            "UPDATE turn SET reply_id = 2, reply_to = 1 WHERE id = 1",
            """
            INSERT INTO segment (turn_id, number, kind, text) VALUES (1, 0, 'THOUGHT', 'Hm.'), (1, 1, 'SPEECH', 'Yes.')
            """,
            """
            INSERT INTO post (turn_id, piece, conversation_id, attempts, outcome) VALUES (1, 1, 1, 2, 'SENT')
            """,
            "INSERT INTO post_message (turn_id, piece, number, message_id) VALUES (1, 1, 0, 'p1')");

    @TempDir
    Path folder;

    @BeforeEach
    void version1() throws SQLException {
        DatabaseFile file = new DatabaseFile(folder, Optional.empty());
        try (Connection connection = file.connect();
                Statement statement = connection.createStatement()) {
            Flyway.configure(MigrationTest.class.getClassLoader())
                    .loggers("slf4j")
                    .dataSource(file.source())
                    .locations("classpath:dramatis/persistence/migration")
                    .target("1")
                    .load()
                    .migrate();
            for (String row : ROWS) {
                statement.execute(row);
            }
        }
    }

    @Test
    void open_version1_losesNothing() {
        try (Database database = Database.open(folder)) {
            Session console = database.sessions().current(CONSOLE).orElseThrow();
            assertThat(console)
                    .isEqualTo(new Session(
                            1,
                            SessionKey.of(CONSOLE),
                            "elena",
                            "Ada",
                            "A mathematician",
                            Optional.empty(),
                            false,
                            0,
                            NOON));
            assertThat(database.sessions().history(1, 0, Long.MAX_VALUE))
                    .containsExactly(
                            new Utterance(1, Speaker.person(ADA), "Ada", List.of(speech("one")), NOON),
                            new Utterance(
                                    2,
                                    Speaker.character("elena"),
                                    "Elena",
                                    List.of(thought("Hm."), speech("Yes.")),
                                    NOON));
            assertThat(database.posts().postings(1))
                    .containsExactly(new Posting(1, 2, new Receipt.Sent(List.of("p1"))));
            assertThat(database.turns().open()).extracting(Turn::id).containsExactly(2L);
            assertThat(database.sessions().history(2, 0, Long.MAX_VALUE).stream()
                            .map(said -> said.segments().get(0)))
                    .containsExactly(speech("two"), speech("three"));
        }
    }

    @Test
    void open_version1_knowsWhatIsWhose() {
        try (Database database = Database.open(folder)) {
            assertThat(database.privacy().show(ADA)).isEqualTo(new Kept(1, 1, 1, Optional.of(NOON), false));
            assertThat(database.privacy().show(BO)).isEqualTo(new Kept(1, 1, 1, Optional.of(NOON), false));
            List<Keepsake> adas = new ArrayList<>();
            database.privacy().export(ADA, adas::add);
            assertThat(adas)
                    .containsExactly(
                            new Keepsake.Description(CONSOLE, NOON, "elena", "Ada", "A mathematician"),
                            new Keepsake.Message(new MessageRef(CONSOLE, "m1"), NOON, "Ada", "one"),
                            new Keepsake.Reply(CONSOLE, NOON, "Elena", List.of(speech("Yes."))));

            database.privacy().delete(BO);

            assertThat(database.sessions().current(HALL).orElseThrow().userName())
                    .isEqualTo("Cy");
        }
    }

    @Test
    void open_migrationKilledHalfWay_completesIt() throws SQLException {
        Database.open(folder).close();
        try (Connection connection = new DatabaseFile(folder, Optional.empty()).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM \"flyway_schema_history\" WHERE \"version\" <> '1'");
            statement.execute("DROP TABLE wish");
        }

        try (Database database = Database.open(folder)) {
            assertThat(database.privacy().show(ADA).messages()).isEqualTo(1);
            assertThat(database.turns().takes(Talk.message("new", "text"))).isTrue();
        }
    }
}
