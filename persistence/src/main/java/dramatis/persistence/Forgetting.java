package dramatis.persistence;

import dramatis.message.ConversationRef;
import dramatis.message.Place;
import dramatis.turn.Turn;
import dramatis.turn.Turn.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Deletes a person's traces, in the transaction that it is used in. */
record Forgetting(Statements sql) {
    /** Everything of a person; the turns that waited or were played and are cancelled now. */
    List<Long> person(String person) {
        List<Long> privateSessions = new PersonalRows(sql).privateSessions(person);
        List<Long> opened = sql.keys("SELECT id FROM session WHERE opened_by = ?", person);
        Optional<Instant> last = Stream.of(lastMessage(person), new Overheard(sql).last(person))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
        boolean introduced = new People(sql).clear(person);
        if (privateSessions.isEmpty() && opened.isEmpty() && last.isEmpty() && !introduced) {
            return List.of();
        }
        last.ifPresent(until -> new Wishes(sql).forget(person, until));
        List<Long> cancelled = cancel(person, privateSessions);
        messages(person);
        new Overheard(sql).forget(person, privateSessions);
        opened.stream().filter(session -> !privateSessions.contains(session)).forEach(this::handOver);
        privateSessions.forEach(this::session);
        new Upkeep(sql).rewriteDue(true);
        return cancelled;
    }

    private Optional<Instant> lastMessage(String person) {
        return sql.first(
                        row -> Optional.ofNullable(row.getObject(1, Instant.class)),
                        "SELECT MAX(said_at) FROM utterance WHERE speaker_key = ? AND speaker_kind = 'PERSON'",
                        person)
                .orElseThrow();
    }

    private List<Long> cancel(String person, List<Long> privateSessions) {
        List<Long> cancelled = new ArrayList<>();
        for (Turn turn : new Turns(sql).open()) {
            boolean isPrivate = privateSessions.contains(turn.sessionId());
            if (isPrivate || (answers(turn, person) && !waitsForOthers(turn, person))) {
                new Turns(sql).cancel(turn.id());
                if (isPrivate) {
                    strip(turn.id());
                }
                if (turn.state() != State.ANSWERED) {
                    new Segments(sql).clear(turn.id());
                    cancelled.add(turn.id());
                }
            }
        }
        return cancelled;
    }

    /** Those who are at work on a turn find it cancelled, but with nothing in it. */
    private void strip(long turnId) {
        new Erasure(sql).products(List.of(turnId));
        sql.update("UPDATE turn SET reply_id = NULL, reply_to = NULL WHERE id = ?", turnId);
        sql.update("UPDATE utterance SET turn_id = NULL WHERE turn_id = ?", turnId);
    }

    /** Itself, or as another swipe of the same reply. */
    private boolean answers(Turn turn, String person) {
        return sql.number("""
                SELECT COUNT(*)
                FROM (SELECT id FROM turn WHERE id = ? UNION SELECT id FROM turn WHERE reply_id = ?) t
                    JOIN utterance u ON u.turn_id = t.id
                WHERE u.speaker_key = ?
                """, turn.id(), turn.replyId(), person) > 0;
    }

    private boolean waitsForOthers(Turn turn, String person) {
        return turn.state() == State.RECEIVED
                && sql.number(
                                "SELECT COUNT(*) FROM utterance WHERE turn_id = ? AND speaker_key <> ?",
                                turn.id(),
                                person)
                        > 0;
    }

    private void messages(String person) {
        List<Long> ids = messages(person, 0);
        while (!ids.isEmpty()) {
            messages(ids);
            ids = messages(person, ids.get(ids.size() - 1));
        }
    }

    private List<Long> messages(String person, long after) {
        return sql.keys("""
                SELECT id FROM utterance WHERE speaker_key = ? AND speaker_kind = 'PERSON' AND id > ?
                ORDER BY speaker_key, id FETCH FIRST %d ROWS ONLY
                """.formatted(Erasure.BATCH), person, after);
    }

    private void messages(List<Long> ids) {
        List<Long> turns = turns(ids);
        Object keys = Erasure.keys(ids);
        new Erasure(sql).thoughts(turns);
        sql.update("DELETE FROM utterance WHERE id = ANY(?)", keys);
        sql.update(
                "UPDATE turn SET reply_to = (SELECT MAX(u.id) FROM utterance u WHERE u.turn_id = turn.id)"
                        + " WHERE id = ANY(?) AND reply_to = ANY(?)",
                Erasure.keys(turns),
                keys);
    }

    /** Those that answer these. */
    private List<Long> turns(List<Long> messages) {
        return sql.keys(
                "SELECT DISTINCT turn_id FROM utterance WHERE id = ANY(?) AND turn_id IS NOT NULL",
                Erasure.keys(messages));
    }

    private record Heard(String person, String name) {
        static Heard read(ResultSet row) throws SQLException {
            return new Heard(row.getString(1), row.getString(2));
        }
    }

    /** To whom it heard last; where it heard nobody else it ends. */
    private void handOver(long session) {
        Optional<Heard> heard = sql.first(Heard::read, """
                SELECT speaker_key, name FROM utterance USE INDEX (utterance_of_session)
                WHERE session_id = ? AND speaker_kind = 'PERSON'
                ORDER BY session_id DESC, id DESC FETCH FIRST ROW ONLY
                """, session);
        sql.update(
                "UPDATE session SET opened_by = ?, user_name = ?, user_profile = '' WHERE id = ?",
                heard.map(Heard::person),
                heard.map(Heard::name).orElse(""),
                session);
        if (heard.isEmpty()) {
            new Sessions(sql).close(session);
        }
    }

    /** All that was said in a place, by whom ever, with what was chosen, made and granted there. */
    void place(Place place) {
        List<Long> conversations = new Conversations(sql).in(place);
        for (long conversation : conversations) {
            ConversationRef ref = new Conversations(sql).get(conversation);
            new Conversations(sql).all(ref).forEach(this::conversation);
            new ChannelSettingTable(sql).clear(ref);
        }
        new LeftPlaces(sql).forget(place);
        new Upkeep(sql).rewriteDue(true);
    }

    /** Its sessions, then the row itself; what was written here and is in a history elsewhere goes too. */
    private void conversation(long conversation) {
        sql.keys("SELECT id FROM session WHERE conversation_id = ?", conversation)
                .forEach(this::session);
        sql.update("DELETE FROM overheard WHERE conversation_id = ?", conversation);
        List<Long> strays = sql.keys("SELECT id FROM utterance WHERE conversation_id = ?", conversation);
        Erasure.batches(strays).forEach(new Erasure(sql)::utterances);
        List<Long> turns = sql.keys("SELECT id FROM turn WHERE conversation_id = ?", conversation);
        Erasure.batches(turns).forEach(new Erasure(sql)::turns);
        sql.update("DELETE FROM conversation WHERE id = ?", conversation);
    }

    /** A session of a private chat. Its place goes when the file is written anew, if nobody came back to it. */
    private void session(long session) {
        List<Long> ids = said(session, 0);
        while (!ids.isEmpty()) {
            new Erasure(sql).turns(turns(ids));
            new Erasure(sql).utterances(ids);
            ids = said(session, ids.get(ids.size() - 1));
        }
        sql.update("UPDATE conversation SET session_id = NULL WHERE session_id = ?", session);
        sql.update("DELETE FROM session WHERE id = ?", session);
    }

    private List<Long> said(long session, long after) {
        return sql.keys("""
                SELECT id FROM utterance WHERE session_id = ? AND id > ?
                ORDER BY session_id, id FETCH FIRST %d ROWS ONLY
                """.formatted(Erasure.BATCH), session, after);
    }
}
