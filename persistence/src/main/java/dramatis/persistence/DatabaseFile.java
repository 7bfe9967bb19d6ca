package dramatis.persistence;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The file that the database is in, and with which settings H2 opens it. */
final class DatabaseFile {
    private static final String NAME = "dramatis";

    /**
     * WRITE_DELAY=0: a commit is in the file when it returns; with the default it is up to half a second later, and a
     * kill loses it. RETENTION_TIME: space of the file that held older data is used again after a day at the earliest;
     * with the default, 45 seconds, about one kill in thirty took back what was kept since the start (seen on 2.5.252,
     * once a test of kills ran for longer than that). DB_CLOSE_ON_EXIT: closing is ours, and never at a time that H2
     * chooses. TRACE_LEVEL_FILE=0: no file with statements and their values, which are texts of chats.
     * QUERY_CACHE_SIZE: all our statements stay prepared.
     */
    private static final String SETTINGS =
            ";WRITE_DELAY=%d;RETENTION_TIME=86400000;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;QUERY_CACHE_SIZE=128";

    private final Path path;
    private final JdbcDataSource source = new JdbcDataSource();

    DatabaseFile(Path folder) {
        this(folder, NAME);
    }

    DatabaseFile(Path folder, String name) {
        path = folder.resolve(name + ".mv.db");
        source.setURL("jdbc:h2:file:" + folder.resolve(name) + SETTINGS.formatted(writeDelay()));
        source.setUser(NAME);
    }

    /** Milliseconds; for the test that shows what the setting is good for. */
    private static int writeDelay() {
        return Integer.getInteger("persistence.writeDelay", 0);
    }

    Path path() {
        return path;
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
