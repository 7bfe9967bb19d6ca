package dramatis.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dramatis.persistence.Talk.Told;
import dramatis.session.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    @TempDir
    Path folder;

    @Test
    void restore_backup_allStoresAreEqual() {
        Told before;
        try (Database database = Database.open(folder.resolve("data"))) {
            new Talk(database).tell();
            database.backup(backup());
            before = new Talk(database).told();
            new Talk(database).admit(before.session(), "later", "later");
        }

        Backup.restore(backup(), folder.resolve("restored"));

        try (Database database = Database.open(folder.resolve("restored"))) {
            assertThat(new Talk(database).told()).isEqualTo(before);
            long last = before.history().get(before.history().size() - 1).id();
            new Talk(database).admit(before.session(), "new", "new");
            assertThat(database.sessions().history(before.session().id(), last + 1, Long.MAX_VALUE))
                    .hasSize(1);
            assertThat(new Talk(database).told().open()).hasSameSizeAs(before.open());
        }
    }

    @Test
    void backup_existingFile_isNotReplaced() throws IOException {
        Files.writeString(backup(), "mine");

        try (Database database = Database.open(folder.resolve("data"))) {
            assertThatThrownBy(() -> database.backup(backup()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("exists");
        }
        assertThat(backup()).hasContent("mine");
    }

    @Test
    void backup_folderThatIsNotThere_leavesTheStoresOpen() {
        try (Database database = Database.open(folder.resolve("data"))) {
            assertThatThrownBy(() -> database.backup(folder.resolve("nowhere/b.zip")))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("nowhere");
            new Talk(database).tell();
        }
    }

    @Test
    void restore_folderWithFiles_isRefused() throws IOException {
        Path data = folder.resolve("data");
        try (Database database = Database.open(data)) {
            database.backup(backup());
        }
        byte[] before = Files.readAllBytes(data.resolve("dramatis.mv.db"));

        assertThatThrownBy(() -> Backup.restore(backup(), data))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("not empty");
        assertThat(data.resolve("dramatis.mv.db")).hasBinaryContent(before);
    }

    @Test
    void restore_fileThatIsNoBackup_makesNoDatabase() throws IOException {
        Path data = folder.resolve("data");
        for (String text : List.of("", "no zip at all")) {
            Files.writeString(backup(), text);

            assertThatThrownBy(() -> Backup.restore(backup(), data))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("is no backup");
        }
        assertThatThrownBy(() -> Backup.restore(folder.resolve("missing.zip"), data))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("missing.zip");
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files).allMatch(file -> file.endsWith(DataFolder.PID_FILE));
        }
    }

    @Test
    void restore_truncatedBackup_makesNoDatabase() throws IOException {
        Path data = folder.resolve("data");
        try (Database database = Database.open(folder.resolve("old"))) {
            new Talk(database).tell();
            database.backup(backup());
        }
        byte[] whole = Files.readAllBytes(backup());
        Files.write(backup(), Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> Backup.restore(backup(), data)).isInstanceOf(StoreException.class);
        assertThat(data.resolve("dramatis.mv.db")).doesNotExist();
    }

    private Path backup() {
        return folder.resolve("backup.zip");
    }
}
