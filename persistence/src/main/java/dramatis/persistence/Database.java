package dramatis.persistence;

import dramatis.Bot;
import dramatis.access.AccessStore;
import dramatis.address.ChannelSettingsStore;
import dramatis.delivery.PostStore;
import dramatis.delivery.ThoughtsStore;
import dramatis.persona.AuthoredPersonaStore;
import dramatis.persona.PeopleStore;
import dramatis.platform.AdapterStore;
import dramatis.privacy.PrivacyStore;
import dramatis.session.SessionStore;
import dramatis.session.StoreException;
import dramatis.turn.TurnStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The stores in one H2 database file, {@code dramatis.mv.db} in a data folder that one process holds at a time.
 * What a store's method did is on disk when it returns and survives the kill of the process. Safe for use by many
 * threads.
 */
public final class Database implements AutoCloseable {
    /** What a file may grow by before it is written anew, in bytes. */
    private static final long GROWTH = 256L << 20;

    private final DataFolder folder;
    private final DatabaseFile file;
    private final Transactions transactions;
    private final long growth;
    /** At the start, or when it was written anew. */
    private volatile long sizeThen;

    private Database(DataFolder folder, DatabaseFile file, Transactions transactions, long growth) {
        this.folder = folder;
        this.file = file;
        this.transactions = transactions;
        this.growth = growth;
        this.sizeThen = file.size();
    }

    /** Opens the database of a folder, not encrypted; as {@link #open(Path, Optional)}. */
    public static Database open(Path dataFolder) {
        return open(dataFolder, Optional.empty());
    }

    /**
     * Opens the database of a folder; makes both where they are missing.
     *
     * @param key what it is encrypted with
     * @throws StoreException in one sentence, where another process holds the folder (it is named), where the file is
     *     damaged, or written by a newer version, or cannot be written, or is encrypted with another key or with none;
     *     then nothing is changed
     */
    public static Database open(Path dataFolder, Optional<DataKey> key) {
        return open(dataFolder, key, GROWTH);
    }

    static Database open(Path dataFolder, Optional<DataKey> key, long growth) {
        DataFolder folder = DataFolder.hold(dataFolder);
        try {
            DatabaseFile file = new DatabaseFile(folder.path(), key);
            file.requireKey();
            removeHalves(file);
            return new Database(folder, file, open(file), growth);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** What a killed process had begun to write. */
    private static void removeHalves(DatabaseFile file) {
        for (String half : List.of(Rewrite.HALF, Backup.HALF)) {
            Path path = file.beside(half).path();
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new StoreException("The file " + path + " is of no use and cannot be removed: remove it.", e);
            }
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

    /** All that a bot keeps, in this database. */
    public Bot.Stores stores() {
        return new Bot.Stores(
                sessions(), turns(), posts(), personas(), access(), channelSettings(), people(), privacy(), thoughts());
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

    /** What adapters must know. */
    public AdapterStore adapters() {
        return new DatabaseAdapterStore(transactions);
    }

    public ThoughtsStore thoughts() {
        return new DatabaseThoughtsStore(transactions);
    }

    public PeopleStore people() {
        return new DatabasePeopleStore(transactions);
    }

    public ChannelSettingsStore channelSettings() {
        return new DatabaseChannelSettingsStore(transactions);
    }

    public PrivacyStore privacy() {
        return new DatabasePrivacyStore(transactions);
    }

    /** Whether texts that were deleted may still stand in the file: see {@link #rewriteIfNeeded}. */
    public boolean forgetting() {
        return transactions.run(sql -> new Upkeep(sql).rewriteDue());
    }

    /**
     * Writes the file anew where texts were deleted, so that no trace of them is left in the data folder, and where it has
     * grown much since it was opened: H2 does not use space again while it runs. For a timer, and for the start; blocks for as long as that takes, and the stores wait meanwhile. Needs room on the disk for
     * what is kept, once more. A kill leaves the old file or the new one, whole.
     *
     * @param quiet nothing is done unless no store was used for so long
     * @return whether the file was written anew
     * @throws StoreException where the file cannot be written; the stores work on with the old one
     */
    public boolean rewriteIfNeeded(Duration quiet) {
        return rewriteIfNeeded(quiet, step -> {});
    }

    boolean rewriteIfNeeded(Duration quiet, Consumer<Rewrite.Step> reached) {
        boolean rewritten = transactions.rewrite(quiet, new Rewrite(file, grown(), reached));
        if (rewritten) {
            sizeThen = file.size();
        }
        return rewritten;
    }

    private boolean grown() {
        return file.size() - sizeThen > growth;
    }

    /**
     * Writes all that is stored at this moment into a new file of compressed SQL, encrypted with the database's own key
     * where it has one; the stores wait meanwhile.
     *
     * @throws StoreException where the file exists or cannot be written; then there is none
     */
    public void backup(Path target) {
        Backup.write(transactions, target, file.key());
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
