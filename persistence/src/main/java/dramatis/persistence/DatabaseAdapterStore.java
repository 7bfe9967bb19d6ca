package dramatis.persistence;

import static java.util.Objects.requireNonNull;

import dramatis.platform.AdapterStore;
import java.util.Optional;

/** The tables {@code paired} and {@code begun}. */
final class DatabaseAdapterStore implements AdapterStore {
    private final Transactions transactions;

    DatabaseAdapterStore(Transactions transactions) {
        this.transactions = requireNonNull(transactions, "transactions");
    }

    @Override
    public Optional<String> owner(String platform) {
        return transactions.run(
                sql -> sql.first(row -> row.getString(1), "SELECT user_id FROM paired WHERE platform = ?", platform));
    }

    @Override
    public void pair(String platform, String userId) {
        transactions.change(sql ->
                sql.update("MERGE INTO paired (platform, user_id) KEY (platform) VALUES (?, ?)", platform, userId));
    }

    @Override
    public boolean begin(String platform, String event) {
        return transactions.run(sql -> {
            boolean known = sql.key("SELECT id FROM begun WHERE platform = ? AND event = ?", platform, event)
                    .isPresent();
            if (!known) {
                sql.insert("INSERT INTO begun (platform, event) VALUES (?, ?)", platform, event);
                sql.update("""
                        DELETE FROM begun WHERE platform = ? AND id <= (
                            SELECT b.id FROM begun b WHERE b.platform = ?
                            ORDER BY b.platform DESC, b.id DESC OFFSET %d ROWS FETCH FIRST ROW ONLY)
                        """.formatted(BEGUN), platform, platform);
            }
            return !known;
        });
    }
}
