package dramatis.persistence;

import dramatis.access.Grant;
import dramatis.access.Role;
import dramatis.message.Place;
import dramatis.message.UserRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of {@code granted} of one place. */
record Grants(Statements sql, Place place) {
    private static final String SELECT =
            "SELECT user_id, role, by_id, since FROM granted WHERE platform = ? AND place_id = ?";

    Optional<Grant> find(UserRef user) {
        return sql.first(this::read, SELECT + " AND user_id = ?", place.platform(), place.id(), user.userId());
    }

    List<Grant> all() {
        return sql.list(this::read, SELECT + " ORDER BY id", place.platform(), place.id());
    }

    void add(Grant grant) {
        sql.update(
                "INSERT INTO granted (platform, place_id, user_id, role, by_id, since) VALUES (?, ?, ?, ?, ?, ?)",
                place.platform(),
                place.id(),
                grant.user().userId(),
                grant.role(),
                grant.by().userId(),
                grant.at());
    }

    void remove(UserRef user) {
        sql.update(
                "DELETE FROM granted WHERE platform = ? AND place_id = ? AND user_id = ?",
                place.platform(),
                place.id(),
                user.userId());
    }

    private Grant read(ResultSet row) throws SQLException {
        return new Grant(
                new UserRef(place.platform(), row.getString("user_id")),
                Role.valueOf(row.getString("role")),
                new UserRef(place.platform(), row.getString("by_id")),
                row.getObject("since", Instant.class));
    }
}
