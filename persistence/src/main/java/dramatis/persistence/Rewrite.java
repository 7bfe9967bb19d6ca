package dramatis.persistence;

import static java.util.Objects.requireNonNull;

import dramatis.session.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.SingleFileStore;

/**
 * Writes a database's file anew without what was deleted: H2 marks the space of deleted rows as free, and leaves their
 * texts in it. The new file is written beside the old one, compared with it, and takes its name in one step, so that a
 * kill at any moment leaves the one or the other whole. Its methods are called in their order, and once.
 */
final class Rewrite {
    static final String HALF = "rewriting";

    /** Moments at which a test kills the process. */
    enum Step {
        BEGUN,
        WRITTEN,
        SWAPPED
    }

    private final DatabaseFile file;
    private final DatabaseFile half;
    private final boolean grown;
    private final Consumer<Step> reached;
    private Map<String, Long> rows = Map.of();

    /** @param grown whether there is something to do even where nothing was deleted */
    Rewrite(DatabaseFile file, boolean grown, Consumer<Step> reached) {
        this.grown = grown;
        this.file = requireNonNull(file, "file");
        this.half = file.beside(HALF);
        this.reached = requireNonNull(reached, "reached");
    }

    /** Whether there is something to do; then what deletions had to leave to those at work goes, too. */
    boolean due(Statements sql) {
        if (!grown && !new Upkeep(sql).rewriteDue()) {
            return false;
        }
        List<Long> bare = sql.keys("""
                SELECT t.id FROM turn t WHERE t.state IN ('POSTED', 'FAILED', 'CANCELLED')
                    AND NOT EXISTS (SELECT 1 FROM session s WHERE s.id = t.session_id)
                """);
        Erasure.batches(bare).forEach(new Erasure(sql)::turns);
        sql.update("""
                DELETE FROM conversation c WHERE (c.private_to IS NOT NULL OR c.person <> '') AND c.session_id IS NULL
                    AND NOT EXISTS (SELECT 1 FROM session s WHERE s.conversation_id = c.id)
                    AND NOT EXISTS (SELECT 1 FROM utterance u WHERE u.conversation_id = c.id)
                    AND NOT EXISTS (SELECT 1 FROM overheard o WHERE o.conversation_id = c.id)
                    AND c.id NOT IN (SELECT t.conversation_id FROM turn t)
                """);
        return true;
    }

    /** Remembers how many rows each table has, for the comparison. */
    void count(Statements sql) {
        rows = counted(sql);
    }

    private static Map<String, Long> counted(Statements sql) {
        Map<String, Long> counts = new TreeMap<>();
        sql.list(
                row -> counts.put(row.getString(1), row.getLong(2)),
                "SELECT table_name, row_count_estimate FROM information_schema.tables WHERE table_schema = 'PUBLIC'");
        return counts;
    }

    /** While nobody has the file open. */
    void write() {
        try {
            try {
                reached.accept(Step.BEGUN);
                copy();
                compare();
                force(half.path());
                reached.accept(Step.WRITTEN);
                Files.move(half.path(), file.path(), StandardCopyOption.ATOMIC_MOVE);
                reached.accept(Step.SWAPPED);
            } finally {
                Files.deleteIfExists(half.path());
            }
        } catch (IOException | SQLException | MVStoreException e) {
            throw new StoreException("The database " + file.path() + " could not be written anew without what was"
                    + " deleted, and is as it was: look whether its disk has room for it once more. ("
                    + e.getClass().getSimpleName() + ")");
        }
    }

    /** H2 makes the new file as it was given the old one: with the same key. */
    private void copy() throws IOException {
        Files.deleteIfExists(half.path());
        String from = file.path().toString();
        String to = half.path().toString();
        if (file.key().isPresent()) {
            SingleFileStore encrypted = new SingleFileStore(Map.of());
            encrypted.open(from, true, file.key().get().filePassword().toCharArray());
            MVStore.compact(from, to, false, encrypted);
        } else {
            MVStore.compact(from, to, false, null);
        }
    }

    private void compare() throws SQLException {
        Statements copy = new Statements(half.connect(), half.failures());
        Map<String, Long> copied;
        try {
            copied = counted(copy);
        } finally {
            copy.close();
        }
        if (!copied.equals(rows)) {
            throw new StoreException("The database " + file.path() + " could not be written anew: " + copied
                    + " rows of " + rows + " came through. It is as it was.");
        }
    }

    /** So that a power cut after the swap finds more than its name. */
    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    void done(Statements sql) {
        new Upkeep(sql).rewriteDue(false);
    }
}
