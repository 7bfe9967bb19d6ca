package dramatis.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dramatis.persistence.Talk.Told;
import dramatis.session.StoreException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptionTest {
    private static final String SECRET = "correct horse battery staple";
    private static final Optional<DataKey> KEY = Optional.of(DataKey.of(SECRET));
    private static final Optional<DataKey> OTHER = Optional.of(DataKey.of("another key, as long"));
    private static final Optional<DataKey> NONE = Optional.empty();

    @TempDir
    Path folder;

    private Told tell(Optional<DataKey> key) {
        try (Database database = Database.open(data(), key)) {
            new Talk(database).tell();
            return new Talk(database).told();
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path backup() {
        return folder.resolve("backup");
    }

    private Path file() {
        return data().resolve("dramatis.mv.db");
    }

    @Test
    void open_key_keepsEverythingAndShowsNothing() throws IOException {
        Told before = tell(KEY);

        try (Database database = Database.open(data(), KEY)) {
            assertThat(new Talk(database).told()).isEqualTo(before);
            database.backup(backup());
            assertThat(new Traces(folder).of("Thought", "Said.", "elena", "quotes", "UTTERANCE", "utterance"))
                    .isEmpty();
        }
        assertThat(new Traces(folder).of("Thought", "Said.", "elena", "quotes", "UTTERANCE", "utterance"))
                .isEmpty();
    }

    @Test
    void open_encryptedWithoutItsKey_saysSoAndChangesNothing() throws IOException {
        tell(KEY);
        byte[] before = Files.readAllBytes(file());

        assertThatThrownBy(() -> Database.open(data()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file() + " is encrypted");
        Throwable wrong = catchThrowable(() -> Database.open(data(), OTHER));
        assertThat(wrong)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("key (DATA_KEY) does not open the database " + file());

        assertThat(file()).hasBinaryContent(before);
        assertThat(stackTrace(wrong))
                .doesNotContain("another key", OTHER.orElseThrow().filePassword());
    }

    @Test
    void open_plainWithAKey_saysSoAndChangesNothing() throws IOException {
        tell(NONE);
        byte[] before = Files.readAllBytes(file());

        assertThatThrownBy(() -> Database.open(data(), KEY))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file() + " is not encrypted")
                .hasMessageContaining("dramatis restore FILE");

        assertThat(file()).hasBinaryContent(before);
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void restore_backupOfAPlainDatabase_canBeEncrypted() throws IOException {
        moves(NONE, KEY, KEY);

        assertThat(new Traces(folder.resolve("new")).of("Thought")).isEmpty();
    }

    @Test
    void restore_backupOfAnEncryptedDatabase_canHaveAnotherKey() throws IOException {
        moves(KEY, KEY, OTHER);

        assertThatThrownBy(() -> Database.open(folder.resolve("new"), KEY)).isInstanceOf(StoreException.class);
    }

    @Test
    void restore_backupOfAnEncryptedDatabase_canHaveNone() throws IOException {
        moves(KEY, KEY, NONE);
    }

    private void moves(Optional<DataKey> from, Optional<DataKey> given, Optional<DataKey> to) throws IOException {
        Told before;
        try (Database database = Database.open(data(), from)) {
            new Talk(database).tell();
            before = new Talk(database).told();
            database.backup(backup());
        }
        Backup.restore(backup(), given, folder.resolve("new"), to);
        try (Database database = Database.open(folder.resolve("new"), to)) {
            assertThat(new Talk(database).told()).isEqualTo(before);
        }
    }

    @Test
    void restore_encryptedBackupWithoutItsKey_saysSoAndMakesNoDatabase() {
        try (Database database = Database.open(data(), KEY)) {
            database.backup(backup());
        }
        Path target = folder.resolve("new");

        assertThatThrownBy(() -> Backup.restore(backup(), target))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(backup() + " is encrypted");
        assertThatThrownBy(() -> Backup.restore(backup(), OTHER, target, OTHER))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("key (DATA_KEY) does not open the backup " + backup());

        assertThat(target.resolve("dramatis.mv.db")).doesNotExist();
        Database.open(target, OTHER).close();
    }

    @Test
    void dataKey_anyText_isShownNowhere() {
        assertThat(KEY.orElseThrow()).hasToString("…");
        assertThat(KEY.orElseThrow().filePassword()).doesNotContain("horse", " ");
        assertThatThrownBy(() -> DataKey.of("fifteen letters"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16")
                .hasMessageNotContaining("fifteen");
    }
}
