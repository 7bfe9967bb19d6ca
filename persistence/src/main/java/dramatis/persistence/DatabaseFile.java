package dramatis.persistence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dramatis.session.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The file that the database is in, and with which settings H2 opens it. */
final class DatabaseFile {
    private static final String NAME = "dramatis";

    /**
     * WRITE_DELAY=0: a commit is in the file when it returns; with the default it is up to half a second later, and a
     * kill loses it. RETENTION_TIME, the longest there is: space of the file that held older data is not used again; with
     * the default, 45 seconds, about one kill in thirty took back what was kept since the start (seen on 2.5.252, once
     * a test of kills ran for longer than that), without it none of 514. A file that has grown is written anew. DB_CLOSE_ON_EXIT: closing is ours, and never at a time that H2
     * chooses. TRACE_LEVEL_FILE=0: no file with statements and their values, which are texts of chats.
     * QUERY_CACHE_SIZE: all our statements stay prepared.
     */
    private static final String SETTINGS =
            ";WRITE_DELAY=%d;RETENTION_TIME=2147483647;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;QUERY_CACHE_SIZE=128";

    private static final String ENCRYPTED = "H2encrypt\n";
    private static final String PLAIN = "H:2,";

    private final Path folder;
    private final Path path;
    private final Optional<DataKey> key;
    private final JdbcDataSource source = new JdbcDataSource();

    DatabaseFile(Path folder, Optional<DataKey> key) {
        this(folder, NAME, key);
    }

    /** With a key, H2 takes the file's password and the user's, which is none, with a space between. */
    DatabaseFile(Path folder, String name, Optional<DataKey> key) {
        this.folder = folder;
        this.path = folder.resolve(name + ".mv.db");
        this.key = key;
        String cipher = key.isPresent() ? ";CIPHER=AES" : "";
        source.setURL("jdbc:h2:file:" + folder.resolve(name) + SETTINGS.formatted(writeDelay()) + cipher);
        source.setUser(NAME);
        key.ifPresent(known -> source.setPassword(known.filePassword() + " "));
    }

    /** Looks before H2 does, which would take a file for damaged that it was given no key for, or one too many. */
    void requireKey() {
        if (key.isEmpty() && begins(ENCRYPTED)) {
            throw new StoreException("The database " + path
                    + " is encrypted: give the key that it was made with (DATA_KEY), or name another data folder.");
        }
        if (key.isPresent() && begins(PLAIN)) {
            throw new StoreException("The database " + path
                    + " is not encrypted, but there is a key (DATA_KEY): start without the key, or encrypt it with"
                    + " 'dramatis backup FILE' without the key and 'dramatis restore FILE' with it, into an empty data"
                    + " folder.");
        }
    }

    private boolean begins(String head) {
        if (!Files.exists(path)) {
            return false;
        }
        try (InputStream file = Files.newInputStream(path)) {
            return Arrays.equals(file.readNBytes(head.length()), head.getBytes(US_ASCII));
        } catch (IOException e) {
            throw new StoreException("The database " + path + " cannot be read: see that this user may.", e);
        }
    }

    /** Milliseconds; for the test that shows what the setting is good for. */
    private static int writeDelay() {
        return Integer.getInteger("persistence.writeDelay", 0);
    }

    Path path() {
        return path;
    }

    /** In bytes; 0 where there is none yet. */
    long size() {
        return path.toFile().length();
    }

    /** Another one in the same folder, with the same key. */
    DatabaseFile beside(String name) {
        return new DatabaseFile(folder, name, key);
    }

    Optional<DataKey> key() {
        return key;
    }

    DataSource source() {
        return source;
    }

    Connection connect() throws SQLException {
        return source.getConnection();
    }

    Failures failures() {
        return new Failures(path);
    }
}
