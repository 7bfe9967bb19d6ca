package dramatis.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dramatis.persistence.Talk.Told;
import dramatis.session.Session;
import dramatis.session.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    Path folder;

    @Test
    void open_afterClose_everythingIsThere() {
        Told before;
        try (Database database = Database.open(folder)) {
            new Talk(database).tell();
            before = new Talk(database).told();
        }
        try (Database database = Database.open(folder)) {
            assertThat(new Talk(database).told()).isEqualTo(before);
        }
        assertThat(before.history()).hasSize(6);
        assertThat(before.open()).hasSize(2);
        assertThat(before.postings()).hasSize(2);
    }

    @Test
    void open_missingFolder_makesOneWithTheDatabaseAlone() throws IOException {
        Path deep = folder.resolve("a/b");

        Database.open(deep).close();

        try (Stream<Path> files = Files.list(deep)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("dramatis.mv.db", DataFolder.PID_FILE);
        }
    }

    @Test
    void open_heldByThisProcess_namesIt() {
        try (Database first = Database.open(folder)) {
            assertThatThrownBy(() -> Database.open(folder))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid() + ":");
            assertThat(new Talk(first).session().personaId()).isEqualTo("elena");
        }
        Database.open(folder).close();
    }

    @Test
    void open_heldByAnotherProcess_namesItUntilItIsKilled() throws Exception {
        try (Victim victim = Victim.start(folder, "a", 0, false)) {
            victim.acknowledged(1);
            assertThatThrownBy(() -> Database.open(folder))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("process " + victim.pid() + ":");
        }
        Database.open(folder).close();
    }

    @Test
    void open_garbage_saysWhichFileAndWhatToDo() throws IOException {
        Path file = folder.resolve("dramatis.mv.db");
        Files.writeString(file, "This is no database. ".repeat(1000));

        assertDamaged(file);
        assertThat(file).content().startsWith("This is no database.");
    }

    @Test
    void open_overwrittenInPlaces_saysWhichFileAndWhatToDo() throws IOException {
        try (Database database = Database.open(folder)) {
            new Talk(database).tell();
        }
        Path file = folder.resolve("dramatis.mv.db");
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i += 512) {
            bytes[i] ^= 0x55;
        }
        Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);

        assertDamaged(file);
    }

    private void assertDamaged(Path file) {
        assertThatThrownBy(() -> Database.open(folder))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("is damaged")
                .hasMessageContaining("dramatis restore FILE");
    }

    @Test
    void open_writtenByANewerVersion_isRefusedUntouched() throws SQLException {
        Database.open(folder).close();
        execute("""
                INSERT INTO "flyway_schema_history"
                SELECT 1000, '1000', 'later', "type", 'V1000__later.sql', 7, "installed_by", "installed_on", 1, TRUE
                FROM "flyway_schema_history" WHERE "version" = '1'
                """);

        assertThatThrownBy(() -> Database.open(folder))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("newer version of Dramatis");
    }

    @Test
    void open_migrationKilledHalfWay_completesIt() throws SQLException {
        Database.open(folder).close();
        execute("DELETE FROM \"flyway_schema_history\"");
        execute("DROP TABLE post_message");

        try (Database database = Database.open(folder)) {
            new Talk(database).tell();
        }
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = new DatabaseFile(folder, Optional.empty()).connect();
                Statement work = connection.createStatement()) {
            work.execute(statement);
        }
    }

    @Test
    void open_pathThatCannotBeAnUrl_isRefused() {
        assertThatThrownBy(() -> Database.open(folder.resolve("a;b")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("';'");
    }

    @Test
    void call_afterClose_isAStoreException() {
        Database database = Database.open(folder);
        database.close();

        assertThatThrownBy(() -> database.turns().open())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void call_interruptedThread_worksAndStaysInterrupted() {
        try (Database database = Database.open(folder)) {
            Session session = new Talk(database).session();
            for (int i = 0; i < 20; i++) {
                Thread.currentThread().interrupt();
                new Talk(database).admit(session, "id" + i, "text");
                assertThat(Thread.interrupted()).isTrue();
            }
            assertThat(database.sessions().history(session.id(), 0, Long.MAX_VALUE))
                    .hasSize(20);
        }
    }
}
