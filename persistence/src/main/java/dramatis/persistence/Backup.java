package dramatis.persistence;

import dramatis.session.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Backups: a database as a zip of the SQL that makes it anew. */
public final class Backup {
    private static final String HALF = "restoring";

    private Backup() {}

    static void write(Transactions transactions, Path target) {
        Path file = target.toAbsolutePath().normalize();
        if (Files.exists(file)) {
            throw new StoreException(
                    "The file " + file + " exists: name one that does not, a backup replaces nothing.");
        }
        Path half = file.resolveSibling(file.getFileName() + ".part");
        try {
            try {
                OwnerOnly.createFile(half);
                transactions.change(
                        sql -> sql.list(row -> 0, "SCRIPT TO ? COMPRESSION ZIP CHARSET 'UTF-8'", half.toString()));
                Files.move(half, file);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw new StoreException("The backup " + file + " cannot be written: look at its folder and disk.", e);
        }
    }

    /**
     * Makes a database of a backup in a folder that is empty or not there yet. Only for files that {@link
     * Database#backup} wrote: the SQL in one is run, whatever it says.
     *
     * @throws StoreException where something is in the folder, or the file is no backup; then no database is made
     */
    public static void restore(Path backup, Path dataFolder) {
        if (!Files.isReadable(backup)) {
            throw new StoreException("There is no backup " + backup + " that can be read.");
        }
        try (DataFolder folder = DataFolder.hold(dataFolder)) {
            if (!folder.empty()) {
                throw new StoreException("The data folder " + folder.path()
                        + " is not empty: a backup is restored into an empty one. Move its files elsewhere first.");
            }
            restore(backup, folder);
        }
    }

    /** Under another name first, so that a half restored database is never taken for a whole one. */
    private static void restore(Path backup, DataFolder folder) {
        DatabaseFile half = new DatabaseFile(folder.path(), HALF);
        try {
            try {
                run(backup, half);
                Files.move(half.path(), new DatabaseFile(folder.path()).path());
            } finally {
                Files.deleteIfExists(half.path());
            }
        } catch (IOException e) {
            throw new StoreException("The database " + half.path() + " cannot be written: look at its disk.", e);
        } catch (SQLException e) {
            throw new StoreException(
                    "The file " + backup + " is no backup that 'dramatis backup FILE' wrote, or is damaged.",
                    Failures.bare(e));
        }
    }

    private static void run(Path backup, DatabaseFile half) throws SQLException {
        try (Connection connection = half.connect();
                PreparedStatement script =
                        connection.prepareStatement("RUNSCRIPT FROM ? COMPRESSION ZIP CHARSET 'UTF-8'")) {
            script.setString(1, backup.toAbsolutePath().toString());
            script.execute();
        }
    }
}
