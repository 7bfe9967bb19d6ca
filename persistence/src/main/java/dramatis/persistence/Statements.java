package dramatis.persistence;

import dramatis.session.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The statements of one connection. SQL is always a constant; what comes from outside goes in as a value: a text, a
 * number, an {@link java.time.Instant}, an enum (kept by name) or an {@link Optional} of one (empty is NULL).
 */
final class Statements {
    /** Makes something of the row that a result stands at. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    private interface Execution<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private final Connection connection;
    private final Failures failures;
    private boolean closed;

    Statements(Connection connection, Failures failures) {
        this.connection = connection;
        this.failures = failures;
    }

    /** How many rows were changed. */
    int update(String sql, Object... values) {
        return execute(sql, Statement.NO_GENERATED_KEYS, values, PreparedStatement::executeUpdate);
    }

    /** The key that the new row was given. */
    long insert(String sql, Object... values) {
        return execute(sql, Statement.RETURN_GENERATED_KEYS, values, statement -> {
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        });
    }

    <T> List<T> list(Row<T> row, String sql, Object... values) {
        return execute(sql, Statement.NO_GENERATED_KEYS, values, statement -> {
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row.read(result));
                }
            }
            return rows;
        });
    }

    <T> Optional<T> first(Row<T> row, String sql, Object... values) {
        return list(row, sql, values).stream().findFirst();
    }

    List<Long> keys(String sql, Object... values) {
        return list(row -> row.getLong(1), sql, values);
    }

    Optional<Long> key(String sql, Object... values) {
        return keys(sql, values).stream().findFirst();
    }

    /** The one number that a query of a sum or a count answers with. */
    int number(String sql, Object... values) {
        return first(row -> row.getInt(1), sql, values).orElseThrow();
    }

    private <T> T execute(String sql, int keys, Object[] values, Execution<T> execution) {
        try (PreparedStatement statement = connection.prepareStatement(sql, keys)) {
            for (int i = 0; i < values.length; i++) {
                bind(statement, i + 1, values[i]);
            }
            return execution.on(statement);
        } catch (SQLException e) {
            throw failures.during(e);
        }
    }

    private static void bind(PreparedStatement statement, int position, Object value) throws SQLException {
        if (value instanceof Optional<?> optional) {
            if (optional.isPresent()) {
                bind(statement, position, optional.get());
            } else {
                statement.setObject(position, null);
            }
        } else {
            statement.setObject(position, value instanceof Enum<?> named ? named.name() : value);
        }
    }

    /** What was done since the last commit is on disk, or this throws. */
    void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw failures.during(e);
        }
    }

    /**
     * Takes back what was done since the last commit; {@code failed} is why, and the one to be thrown. Where even that
     * does not work H2 has given the file up, on a full disk for instance, and another connection opens it anew.
     */
    void rollback(RuntimeException failed) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failed.addSuppressed(failures.during(e));
            abandon(failed);
        }
    }

    private void abandon(RuntimeException failed) {
        try {
            close();
        } catch (StoreException e) {
            failed.addSuppressed(e);
        }
    }

    boolean closed() {
        return closed;
    }

    void close() {
        closed = true;
        try {
            connection.close();
        } catch (SQLException e) {
            throw failures.during(e);
        }
    }
}
