package dramatis.app.kill;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a process left on disk, read from outside while none runs. */
public final class Disk implements AutoCloseable {
    private final Connection connection;

    /** Opens what is in the folder {@code data} in this one. */
    public Disk(Path folder) throws SQLException {
        connection = DriverManager.getConnection(
                "jdbc:h2:file:" + folder.resolve("data/dramatis") + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r",
                "dramatis",
                "");
    }

    /** How many turns are in each state, and how many posts have an intention and no receipt. */
    public Map<String, Integer> states() throws SQLException {
        return counts("SELECT state, count(*) FROM turn GROUP BY state"
                + " UNION ALL SELECT 'POSTING', count(*) FROM post WHERE outcome = 'UNKNOWN' HAVING count(*) > 0");
    }

    /** The state of the turn that each message is in. */
    Map<String, String> messages() throws SQLException {
        Map<String, String> states = new TreeMap<>();
        try (ResultSet rows = connection
                .createStatement()
                .executeQuery("SELECT u.message_id, t.state FROM utterance u JOIN turn t ON t.id = u.turn_id")) {
            while (rows.next()) {
                states.put(rows.getString(1), rows.getString(2));
            }
        }
        return states;
    }

    /** How many replies stand in the history for each turn that was posted. */
    List<Integer> repliesOfPostedTurns() throws SQLException {
        List<Integer> replies = new ArrayList<>();
        try (ResultSet rows = connection
                .createStatement()
                .executeQuery(
                        "SELECT (SELECT count(*) FROM utterance u WHERE u.id = t.reply_id AND u.standing = 'SAID')"
                                + " FROM turn t WHERE t.state = 'POSTED'")) {
            while (rows.next()) {
                replies.add(rows.getInt(1));
            }
        }
        return replies;
    }

    /** How many replies stand in the history. */
    int replies() throws SQLException {
        return counts("SELECT 'all', count(*) FROM utterance WHERE speaker_kind = 'CHARACTER' AND standing = 'SAID'")
                .getOrDefault("all", 0);
    }

    private Map<String, Integer> counts(String query) throws SQLException {
        Map<String, Integer> counts = new TreeMap<>();
        try (ResultSet rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getInt(2));
            }
        }
        return counts;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
