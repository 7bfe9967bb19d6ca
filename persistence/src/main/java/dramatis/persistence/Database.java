package dramatis.persistence;

import dramatis.access.AccessStore;
import dramatis.address.ChannelSettingsStore;
import dramatis.delivery.PostStore;
import dramatis.persona.AuthoredPersonaStore;
import dramatis.session.SessionStore;
import dramatis.session.StoreException;
import dramatis.turn.TurnStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The stores in one H2 database file, {@code dramatis.mv.db} in a data folder that one process holds at a time.
 * What a store's method did is on disk when it returns and survives the kill of the process. Safe for use by many
 * threads.
 */
public final class Database implements AutoCloseable {
    private final DataFolder folder;
    private final Transactions transactions;

    private Database(DataFolder folder, Transactions transactions) {
        this.folder = folder;
        this.transactions = transactions;
    }

    /**
     * Opens the database of a folder; makes both where they are missing.
     *
     * @throws StoreException in one sentence, where another process holds the folder (it is named), where the file is
     *     damaged, or written by a newer version, or cannot be written
     */
    public static Database open(Path dataFolder) {
        DataFolder folder = DataFolder.hold(dataFolder);
        try {
            return new Database(folder, open(new DatabaseFile(folder.path())));
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** Connects before the tables are looked at, and stays so: H2 closes a file with the last connection to it. */
    private static Transactions open(DatabaseFile file) {
        Transactions transactions = new Transactions(() -> statements(file));
        try {
            Migrations.apply(file.source(), file.path());
            return transactions;
        } catch (RuntimeException e) {
            transactions.close();
            throw e;
        }
    }

    private static Statements statements(DatabaseFile file) {
        try {
            Connection connection = file.connect();
            connection.setAutoCommit(false);
            return new Statements(connection, file.failures());
        } catch (SQLException e) {
            throw file.failures().atOpening(e);
        }
    }

    public SessionStore sessions() {
        return new DatabaseSessionStore(transactions);
    }

    public TurnStore turns() {
        return new DatabaseTurnStore(transactions);
    }

    public PostStore posts() {
        return new DatabasePostStore(transactions);
    }

    public AuthoredPersonaStore personas() {
        return new DatabaseAuthoredPersonaStore(transactions);
    }

    public AccessStore access() {
        return new DatabaseAccessStore(transactions);
    }

    public ChannelSettingsStore channelSettings() {
        return new DatabaseChannelSettingsStore(transactions);
    }

    /**
     * Writes all that is stored at this moment into a new file, a zip of SQL; the stores may be in use meanwhile.
     *
     * @throws StoreException where the file exists or cannot be written; then there is none
     */
    public void backup(Path file) {
        Backup.write(transactions, file);
    }

    /** Lets a transaction that runs come to its end, closes the file and lets the folder go. */
    @Override
    public void close() {
        try {
            transactions.close();
        } finally {
            folder.close();
        }
    }
}
