package dramatis.persistence;

import dramatis.message.Segment;
import dramatis.message.Speaker;
import dramatis.message.Utterance;
import dramatis.persona.Person;
import dramatis.privacy.Keepsake;
import dramatis.privacy.Kept;
import dramatis.session.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is kept of a person, by the key of their messages. */
record PersonalRows(Statements sql) {
    /** How many keys of utterances, of everybody's, make a page. */
    static final int PAGE = 1000;

    private static final String MESSAGES = """
            SELECT u.id, c.platform, c.chat_id, c.thread_id, u.message_id, u.said_at, u.name, u.text
            FROM %s u JOIN conversation c ON c.id = u.conversation_id
            """;
    private static final String MINE = "speaker_key = ? AND speaker_kind = 'PERSON' AND standing <> 'DELETED'";

    private record Sum(long rows, Optional<Instant> first) {
        static Sum read(ResultSet row) throws SQLException {
            return new Sum(row.getLong(1), Optional.ofNullable(row.getObject(2, Instant.class)));
        }
    }

    Kept show(String person) {
        Sum messages = sum(
                "SELECT COUNT(*), MIN(said_at) FROM (SELECT said_at FROM utterance WHERE " + MINE
                        + " UNION ALL SELECT said_at FROM overheard WHERE speaker_key = ?)",
                person,
                person);
        Sum opened =
                sum("SELECT COUNT(NULLIF(user_profile, '')), MIN(opened_at) FROM session WHERE opened_by = ?", person);
        Sum said = sum("SELECT COUNT(*), MIN(told_at) FROM person WHERE person = ?", person);
        int places = sql.number("""
                SELECT COUNT(*) FROM (
                    SELECT conversation_id FROM session WHERE opened_by = ?
                    UNION SELECT s.conversation_id FROM session s WHERE s.id IN (
                        SELECT session_id FROM utterance WHERE %s))
                """.formatted(MINE), person, person);
        Optional<Instant> since = Stream.of(messages, opened, said)
                .flatMap(sum -> sum.first().stream())
                .min(Comparator.naturalOrder());
        return new Kept(messages.rows(), opened.rows() + said.rows(), places, since, new Wishes(sql).optedOut(person));
    }

    private Sum sum(String query, Object... person) {
        return sql.first(Sum::read, query, person).orElseThrow();
    }

    List<Long> privateSessions(String person) {
        return sql.keys("""
                SELECT s.id FROM conversation c JOIN session s ON s.conversation_id = c.id
                WHERE c.private_to = ?
                UNION SELECT s.id FROM conversation c JOIN session s ON s.conversation_id = c.id
                WHERE c.person = ? AND c.platform || ':' || c.person = ? ORDER BY 1
                """, person, person.substring(person.indexOf(':') + 1), person);
    }

    static Keepsake introduction(Person said) {
        return new Keepsake.Introduction(said.at(), said.name(), said.description());
    }

    List<Keepsake> descriptions(String person) {
        return sql.keys("SELECT id FROM session WHERE opened_by = ? ORDER BY id", person).stream()
                .map(new Sessions(sql)::get)
                .map(PersonalRows::description)
                .toList();
    }

    private static Keepsake description(Session session) {
        return new Keepsake.Description(
                session.conversation(),
                session.openedAt(),
                session.personaId(),
                session.userName(),
                session.userProfile());
    }

    /** Messages, and the replies in private sessions, from one key of utterances (inclusive) to another (exclusive). */
    List<Keepsake> page(String person, List<Long> sessions, long from, long before) {
        SortedMap<Long, Keepsake> page = new TreeMap<>();
        sql.list(
                row -> page.put(row.getLong("id"), message(row)),
                """
                %s WHERE %s AND u.id >= ? AND u.id < ?
                """.formatted(MESSAGES.formatted("utterance"), MINE),
                person,
                from,
                before);
        sessions.stream()
                .flatMap(id -> new Sessions(sql).find(id).stream())
                .forEach(session -> new History(sql)
                        .read(session.id(), from, before).stream()
                                .filter(said -> said.speaker().kind() == Speaker.Kind.CHARACTER)
                                .forEach(said -> page.put(said.id(), reply(session, said))));
        return List.copyOf(page.values());
    }

    /** What no character has answered yet and was not said to one. */
    List<Keepsake> overheard(String person) {
        return sql.list(
                PersonalRows::message,
                MESSAGES.formatted("overheard") + "WHERE u.speaker_key = ? ORDER BY u.id",
                person);
    }

    private static Keepsake message(ResultSet row) throws SQLException {
        return new Keepsake.Message(
                Conversations.readMessage(row),
                row.getObject("said_at", Instant.class),
                row.getString("name"),
                row.getString("text"));
    }

    private static Keepsake reply(Session session, Utterance said) {
        List<Segment.Visible> visible = said.segments().stream()
                .filter(Segment.Visible.class::isInstance)
                .map(Segment.Visible.class::cast)
                .toList();
        return new Keepsake.Reply(session.conversation(), said.at(), said.name(), visible);
    }
}
