package dramatis.persistence;

import java.time.Instant;
import java.util.List;

/** Deletes what is from before a time; each method but {@link #all} in the transaction that it is used in. */
record Retention(Statements sql) {
    /** How many keys, of rows that are there or not, a transaction looks at. */
    private static final int WINDOW = 2000;

    private static final String OPEN = "('RECEIVED', 'GENERATING', 'ANSWERED')";
    private static final String UTTERANCES = """
            SELECT u.id FROM utterance u
            WHERE u.id > ? AND u.id <= ? AND u.said_at < ?
                AND NOT EXISTS (SELECT 1 FROM turn t WHERE t.id = u.turn_id AND t.state IN %1$s)
                AND NOT EXISTS (SELECT 1 FROM turn t WHERE t.reply_id = u.id AND t.state IN %1$s)
            """.formatted(OPEN);
    /** Turns that ended without a reply. */
    private static final String TURNS = """
            SELECT t.id FROM turn t
            WHERE t.id > ? AND t.id <= ? AND t.received_at < ? AND t.reply_id IS NULL AND t.state NOT IN %s
                AND NOT EXISTS (SELECT 1 FROM utterance u WHERE u.turn_id = t.id)
            """.formatted(OPEN);

    /** How many messages and replies went. */
    static long all(Transactions transactions, Instant before) {
        long gone = 0;
        long utterances = transactions.run(Retention::lastUtterance);
        for (long from = 0; from < utterances; from += WINDOW) {
            long after = from;
            gone += transactions.run(sql -> new Retention(sql).utterances(after, before));
        }
        long turns = transactions.run(sql -> sql.key("SELECT MAX(id) FROM turn").orElse(0L));
        for (long from = 0; from < turns; from += WINDOW) {
            long after = from;
            transactions.change(sql -> new Retention(sql).turns(after, before));
        }
        gone += transactions.run(sql -> new Overheard(sql).olderThan(before));
        transactions.change(sql -> new Retention(sql).sessions(before));
        return gone;
    }

    /** The greatest key, or 0. */
    static long lastUtterance(Statements sql) {
        return sql.key("SELECT MAX(id) FROM utterance").orElse(0L);
    }

    private int utterances(long after, Instant before) {
        List<Long> old = sql.keys(UTTERANCES, after, after + WINDOW, before);
        Erasure.batches(old).forEach(new Erasure(sql)::utterances);
        rewriteAfter(old.size());
        return old.size();
    }

    private void turns(long after, Instant before) {
        List<Long> old = sql.keys(TURNS, after, after + WINDOW, before);
        Erasure.batches(old).forEach(new Erasure(sql)::turns);
        rewriteAfter(old.size());
    }

    private void sessions(Instant before) {
        rewriteAfter(sql.update("""
                DELETE FROM session WHERE closed AND opened_at < ?
                    AND NOT EXISTS (SELECT 1 FROM utterance u WHERE u.session_id = session.id)
                """, before));
    }

    private void rewriteAfter(int gone) {
        if (gone > 0) {
            new Upkeep(sql).rewriteDue(true);
        }
    }
}
