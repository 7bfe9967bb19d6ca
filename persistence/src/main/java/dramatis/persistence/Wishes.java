package dramatis.persistence;

import dramatis.message.InboundMessage;
import dramatis.message.Speaker;
import java.time.Instant;

/** The table {@code wish}: what people asked for, by a hash of their keys. */
record Wishes(Statements sql) {
    /** Whether its author opted out, or asked to be forgotten after it was sent. */
    boolean forbid(InboundMessage message) {
        return sql.first(
                        row -> row.getBoolean(1),
                        "SELECT opted_out OR COALESCE(forgotten_until >= ?, FALSE) FROM wish WHERE person = ?",
                        message.sentAt(),
                        hash(Speaker.person(message.author()).key()))
                .orElse(false);
    }

    boolean optedOut(String person) {
        return sql.first(row -> row.getBoolean(1), "SELECT opted_out FROM wish WHERE person = ?", hash(person))
                .orElse(false);
    }

    void optOut(String person, boolean out) {
        row(person);
        sql.update("UPDATE wish SET opted_out = ? WHERE person = ?", out, hash(person));
        sql.update("DELETE FROM wish WHERE person = ? AND NOT opted_out AND forgotten_until IS NULL", hash(person));
    }

    void forget(String person, Instant until) {
        row(person);
        sql.update(
                "UPDATE wish SET forgotten_until = GREATEST(COALESCE(forgotten_until, ?), ?) WHERE person = ?",
                until,
                until,
                hash(person));
    }

    private void row(String person) {
        sql.update(
                "INSERT INTO wish (person) SELECT CAST(? AS BINARY(32)) WHERE NOT EXISTS (SELECT 1 FROM wish WHERE person = ?)",
                hash(person),
                hash(person));
    }

    private static byte[] hash(String person) {
        return Sha256.of(person);
    }
}
