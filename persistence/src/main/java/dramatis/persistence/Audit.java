package dramatis.persistence;

import dramatis.access.AuditEntry;
import dramatis.message.Place;
import dramatis.message.UserRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The rows of {@code audit}. */
record Audit(Statements sql) {
    void add(AuditEntry entry) {
        sql.update(
                "INSERT INTO audit (platform, place_id, by_id, what, subject, done_at) VALUES (?, ?, ?, ?, ?, ?)",
                entry.place().platform(),
                entry.place().id(),
                entry.by().userId(),
                entry.what(),
                entry.subject(),
                entry.at());
    }

    List<AuditEntry> newest(Place place, int most) {
        return sql.list(row -> read(place, row), """
                SELECT by_id, what, subject, done_at FROM audit WHERE platform = ? AND place_id = ?
                ORDER BY platform DESC, place_id DESC, id DESC FETCH FIRST ? ROWS ONLY
                """, place.platform(), place.id(), most);
    }

    private static AuditEntry read(Place place, ResultSet row) throws SQLException {
        return new AuditEntry(
                place,
                new UserRef(place.platform(), row.getString("by_id")),
                row.getString("what"),
                row.getString("subject"),
                row.getObject("done_at", Instant.class));
    }
}
