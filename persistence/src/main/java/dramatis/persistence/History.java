package dramatis.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dramatis.message.MessageRef;
import dramatis.message.Segment;
import dramatis.message.Speaker;
import dramatis.message.Utterance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was said in a session, in the order it was said, read with two range scans of {@code utterance_of_session}. */
record History(Statements sql) {
    private static final String RANGE = "u.session_id = ? AND u.id >= ? AND u.id < ? AND u.standing = 'SAID'";
    private static final String UTTERANCES = """
            SELECT u.id, u.speaker_kind, u.speaker_key, u.name, u.text, u.said_at
            FROM utterance u WHERE %s ORDER BY u.id
            """.formatted(RANGE);
    private static final String SEGMENTS = """
            SELECT u.id, g.kind, g.text
            FROM utterance u JOIN turn t ON t.reply_id = u.id AND t.swipe = u.swipe
                JOIN segment g ON g.turn_id = t.id
            WHERE %s ORDER BY u.id, t.id, g.number
            """.formatted(RANGE);

    private static final String LAST_HEARD = """
            SELECT c.platform, c.chat_id, c.thread_id, x.message_id FROM (
                SELECT conversation_id, message_id, ROW_NUMBER() OVER (
                    PARTITION BY conversation_id ORDER BY said_at DESC, message_id DESC) place
                FROM (
                    SELECT conversation_id, message_id, said_at FROM utterance
                    WHERE id > (SELECT COALESCE(MAX(id), 0) - 20000 FROM utterance)
                        AND conversation_id IS NOT NULL AND said_at > ?
                    UNION ALL SELECT conversation_id, message_id, said_at FROM overheard WHERE said_at > ?)
                WHERE message_id NOT LIKE 'say %') x
            JOIN conversation c ON c.id = x.conversation_id
            WHERE x.place = 1 AND c.platform = ?
            """;

    private record Part(long utteranceId, Segment segment) {}

    /** Looks at the newest rows alone: who talked before so many others is not waiting for an answer any more. */
    List<MessageRef> lastHeard(String platform, Instant since) {
        return sql.list(Conversations::readMessage, LAST_HEARD, since, since, platform);
    }

    List<Utterance> read(long sessionId, long from, long before) {
        Map<Long, List<Segment>> replies = sql
                .list(row -> new Part(row.getLong("id"), Segments.read(row)), SEGMENTS, sessionId, from, before)
                .stream()
                .collect(groupingBy(Part::utteranceId, mapping(Part::segment, toList())));
        return sql.list(row -> utterance(row, replies), UTTERANCES, sessionId, from, before);
    }

    private static Utterance utterance(ResultSet row, Map<Long, List<Segment>> replies) throws SQLException {
        long id = row.getLong("id");
        List<Segment> segments = Optional.ofNullable(row.getString("text"))
                .<List<Segment>>map(text -> List.of(Segment.speech(text)))
                .orElseGet(() -> replies.getOrDefault(id, List.of()));
        Speaker speaker =
                new Speaker(Speaker.Kind.valueOf(row.getString("speaker_kind")), row.getString("speaker_key"));
        return new Utterance(id, speaker, row.getString("name"), segments, row.getObject("said_at", Instant.class));
    }
}
