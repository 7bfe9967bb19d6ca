package dramatis.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.session.StoreException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private static final String SECRET = "what Ada whispered";

    @Test
    void during_statementWithAText_leavesTheTextOut() throws SQLException {
        SQLException refused = refused("INSERT INTO t VALUES ('" + SECRET + "'), ('" + SECRET + "')");

        StoreException failure = new Failures(Path.of("a.mv.db")).during(refused);

        assertThat(stackTrace(refused)).contains(SECRET);
        assertThat(stackTrace(failure))
                .doesNotContain(SECRET)
                .contains("a.mv.db")
                .contains("H2 error " + refused.getErrorCode());
    }

    private static SQLException refused(String statement) throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID());
        try (Connection connection = source.getConnection();
                Statement work = connection.createStatement()) {
            work.execute("CREATE TABLE t (text VARCHAR PRIMARY KEY)");
            work.execute(statement);
        } catch (SQLException e) {
            return e;
        }
        throw new AssertionError("not refused");
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
