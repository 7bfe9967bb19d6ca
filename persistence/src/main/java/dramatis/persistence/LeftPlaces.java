package dramatis.persistence;

import dramatis.message.Place;
import dramatis.session.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The table {@code left_place}: where the bot is no more. */
record LeftPlaces(Statements sql) {
    /** Ends what plays there, and says which turns. Left twice, the first time counts. */
    List<Long> leave(Place place, Instant at) {
        sql.update("""
                INSERT INTO left_place (platform, place_id, left_at)
                SELECT ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM left_place WHERE platform = ? AND place_id = ?)
                """, place.platform(), place.id(), at, place.platform(), place.id());
        Sessions sessions = new Sessions(sql);
        List<Long> cancelled = new ArrayList<>();
        for (Session session : sessions.in(place)) {
            cancelled.addAll(new Turns(sql).cancelAll(session.id()));
            sessions.close(session.id());
        }
        return cancelled;
    }

    void join(Place place) {
        sql.update("DELETE FROM left_place WHERE platform = ? AND place_id = ?", place.platform(), place.id());
    }

    /** Takes away what was granted, noted and made up there, and that the bot ever was. */
    void forget(Place place) {
        for (String table : List.of("granted", "audit", "left_place")) {
            sql.update("DELETE FROM " + table + " WHERE platform = ? AND place_id = ?", place.platform(), place.id());
        }
        sql.update(
                "DELETE FROM persona WHERE home_platform = ? AND home_id = ? AND NOT shared",
                place.platform(),
                place.id());
    }

    List<Place> before(Instant time) {
        return sql.list(
                row -> new Place(row.getString(1), row.getString(2)),
                "SELECT platform, place_id FROM left_place WHERE left_at < ?",
                time);
    }
}
