package dramatis.persistence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dramatis.session.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.h2.api.ErrorCode;

/** Backups: a database as the SQL that makes it anew; a zip, or encrypted with the key of the database. */
public final class Backup {
    static final String HALF = "restoring";

    private static final String ENCRYPTED = "-- H2 0.5/B -- ";
    private static final String WRITE = "SCRIPT TO ? COMPRESSION ZIP CHARSET 'UTF-8'";
    private static final String READ = "RUNSCRIPT FROM ? COMPRESSION ZIP CHARSET 'UTF-8'";
    private static final String ENCRYPT = "SCRIPT TO ? COMPRESSION DEFLATE CIPHER AES PASSWORD ? CHARSET 'UTF-8'";
    private static final String DECRYPT = "RUNSCRIPT FROM ? COMPRESSION DEFLATE CIPHER AES PASSWORD ? CHARSET 'UTF-8'";

    private Backup() {}

    static void write(Transactions transactions, Path target, Optional<DataKey> key) {
        Path file = target.toAbsolutePath().normalize();
        if (Files.exists(file)) {
            throw new StoreException(
                    "The file " + file + " exists: name one that does not, a backup replaces nothing.");
        }
        Path half = file.resolveSibling(file.getFileName() + ".part");
        try {
            try {
                OwnerOnly.createFile(half);
                transactions.change(sql -> script(sql, half, key));
                Files.move(half, file);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw new StoreException("The backup " + file + " cannot be written: look at its folder and disk.", e);
        }
    }

    private static void script(Statements sql, Path file, Optional<DataKey> key) {
        if (key.isPresent()) {
            sql.list(row -> 0, ENCRYPT, file.toString(), key.get().filePassword());
        } else {
            sql.list(row -> 0, WRITE, file.toString());
        }
    }

    /** Makes a database that is not encrypted; as {@link #restore(Path, Optional, Path, Optional)}. */
    public static void restore(Path backup, Path dataFolder) {
        restore(backup, Optional.empty(), dataFolder, Optional.empty());
    }

    /**
     * Makes a database of a backup in a folder that is empty or not there yet. Only for files that {@link
     * Database#backup} wrote: the SQL in one is run, whatever it says.
     *
     * @param backupKey the key of the database that the backup was made of; not used where it is not encrypted
     * @param key what the new database is encrypted with: the same, another one, or none
     * @throws StoreException where something is in the folder, or the file is no backup or another key's; then no
     *     database is made
     */
    public static void restore(Path backup, Optional<DataKey> backupKey, Path dataFolder, Optional<DataKey> key) {
        boolean encrypted = encrypted(backup);
        if (encrypted && backupKey.isEmpty()) {
            throw new StoreException("The backup " + backup
                    + " is encrypted: give the key of the database that it was made of (DATA_KEY).");
        }
        try (DataFolder folder = DataFolder.hold(dataFolder)) {
            if (!folder.empty()) {
                throw new StoreException("The data folder " + folder.path()
                        + " is not empty: a backup is restored into an empty one. Move its files elsewhere first.");
            }
            restore(backup, backupKey.filter(known -> encrypted), folder, key);
        }
    }

    private static boolean encrypted(Path backup) {
        try (InputStream file = Files.newInputStream(backup)) {
            return Arrays.equals(file.readNBytes(ENCRYPTED.length()), ENCRYPTED.getBytes(US_ASCII));
        } catch (IOException e) {
            throw new StoreException("There is no backup " + backup + " that can be read.", e);
        }
    }

    /** Under another name first, so that a half restored database is never taken for a whole one. */
    private static void restore(Path backup, Optional<DataKey> backupKey, DataFolder folder, Optional<DataKey> key) {
        DatabaseFile half = new DatabaseFile(folder.path(), HALF, key);
        try {
            try {
                run(backup, backupKey, half);
                Files.move(half.path(), new DatabaseFile(folder.path(), key).path());
            } finally {
                Files.deleteIfExists(half.path());
            }
        } catch (IOException e) {
            throw new StoreException("The database " + half.path() + " cannot be written: look at its disk.", e);
        } catch (SQLException e) {
            throw unreadable(backup, e);
        }
    }

    private static StoreException unreadable(Path backup, SQLException why) {
        String what = why.getErrorCode() == ErrorCode.FILE_ENCRYPTION_ERROR_1
                ? "The key (DATA_KEY) does not open the backup " + backup
                        + ": give the one of the database that it was made of."
                : "The file " + backup + " is no backup that 'dramatis backup FILE' wrote, or is damaged.";
        return new StoreException(what, Failures.bare(why));
    }

    private static void run(Path backup, Optional<DataKey> backupKey, DatabaseFile half) throws SQLException {
        try (Connection connection = half.connect();
                PreparedStatement script = connection.prepareStatement(backupKey.isPresent() ? DECRYPT : READ)) {
            script.setString(1, backup.toAbsolutePath().toString());
            if (backupKey.isPresent()) {
                script.setString(2, backupKey.get().filePassword());
            }
            script.execute();
        }
    }
}
