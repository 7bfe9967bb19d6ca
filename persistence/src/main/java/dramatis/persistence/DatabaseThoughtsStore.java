package dramatis.persistence;

import static java.util.Objects.requireNonNull;

import dramatis.delivery.Thoughts;
import dramatis.delivery.ThoughtsStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The table {@code thoughts}. */
final class DatabaseThoughtsStore implements ThoughtsStore {
    private final Transactions transactions;

    DatabaseThoughtsStore(Transactions transactions) {
        this.transactions = requireNonNull(transactions, "transactions");
    }

    @Override
    public Optional<Thoughts> find(String platform) {
        return transactions.run(sql -> sql.first(
                DatabaseThoughtsStore::read, "SELECT mode, channel_id FROM thoughts WHERE platform = ?", platform));
    }

    private static Thoughts read(ResultSet row) throws SQLException {
        return new Thoughts(
                Thoughts.Mode.valueOf(row.getString("mode")), Optional.ofNullable(row.getString("channel_id")));
    }

    @Override
    public void put(String platform, Thoughts thoughts) {
        transactions.change(sql -> sql.update(
                "MERGE INTO thoughts (platform, mode, channel_id) KEY (platform) VALUES (?, ?, ?)",
                platform,
                thoughts.mode(),
                thoughts.channelId()));
    }
}
