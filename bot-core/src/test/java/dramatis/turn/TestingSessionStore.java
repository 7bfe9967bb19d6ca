package dramatis.turn;

import dramatis.message.ConversationRef;
import dramatis.message.MessageRef;
import dramatis.message.Speaker;
import dramatis.message.Utterance;
import dramatis.persona.Person;
import dramatis.session.Session;
import dramatis.session.SessionStore;
import dramatis.turn.Rows.SessionRow;
import dramatis.turn.Rows.Standing;
import dramatis.turn.Rows.UtteranceRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Sessions in memory: see {@link TestingStores}. */
final class TestingSessionStore implements SessionStore {
    private final TestingStores stores;
    private final Rows rows;

    TestingSessionStore(TestingStores stores) {
        this.stores = stores;
        this.rows = stores.rows();
    }

    @Override
    public Optional<Session> current(ConversationRef conversation) {
        return stores.transaction(
                () -> Optional.ofNullable(rows.current.get(conversation)).map(id -> rows.session(id).session));
    }

    @Override
    public Optional<Session> find(long sessionId) {
        return stores.transaction(
                () -> Optional.ofNullable(rows.sessions.get(sessionId)).map(row -> row.session));
    }

    @Override
    public Opened open(Opening opening) {
        return stores.transaction(() -> {
            Optional<Session> earlier = earlier(opening);
            Session session = earlier.orElseGet(() -> add(opening));
            rows.current.put(opening.conversation(), session.id());
            return new Opened(session, earlier.isEmpty());
        });
    }

    /** Two are possible after a move into a conversation that had one: the current one is preferred, then the newest. */
    private Optional<Session> earlier(Opening opening) {
        Long current = rows.current.get(opening.conversation());
        return rows.sessions.values().stream()
                .filter(row -> !row.closed)
                .map(row -> row.session)
                .filter(session -> session.conversation().equals(opening.conversation()))
                .filter(session -> session.personaId().equals(opening.personaId()))
                .max(Comparator.<Session, Boolean>comparing(
                                session -> Long.valueOf(session.id()).equals(current))
                        .thenComparing(Session::id));
    }

    private Session add(Opening opening) {
        Session session = new Session(
                rows.next(),
                opening.conversation(),
                opening.personaId(),
                opening.userName(),
                opening.userProfile(),
                opening.scene(),
                0,
                opening.at());
        rows.sessions.put(
                session.id(),
                new SessionRow(
                        session,
                        opening.openedBy().map(user -> Speaker.person(user).key())));
        return session;
    }

    @Override
    public void close(long sessionId) {
        stores.change(() -> end(sessionId));
    }

    private SessionRow end(long sessionId) {
        SessionRow row = rows.session(sessionId);
        row.closed = true;
        rows.current.values().removeIf(id -> id == sessionId);
        return row;
    }

    @Override
    public Session restart(long sessionId, Instant at) {
        return stores.transaction(() -> {
            SessionRow row = end(sessionId);
            Session old = row.session;
            Optional<Person> said = row.openedBy.map(rows.people::get);
            Session next = add(new Opening(
                    old.conversation(),
                    old.personaId(),
                    said.flatMap(Person::name).orElse(old.userName()),
                    said.map(Person::description).orElse(old.userProfile()),
                    Optional.empty(),
                    at));
            rows.session(next.id()).openedBy = row.openedBy;
            rows.current.put(next.conversation(), next.id());
            return next;
        });
    }

    @Override
    public Optional<Session> reopen(Session instead) {
        return stores.transaction(() -> {
            Optional<SessionRow> earlier = rows.sessions.headMap(instead.id()).values().stream()
                    .filter(row -> row.closed
                            && !row.discarded
                            && !row.session.userName().isEmpty())
                    .filter(row -> row.session.conversation().equals(instead.conversation()))
                    .filter(row -> row.session.personaId().equals(instead.personaId()))
                    .reduce((one, two) -> two);
            earlier.ifPresent(row -> {
                rows.session(instead.id()).closed = true;
                rows.session(instead.id()).discarded = true;
                row.closed = false;
                rows.current.put(instead.conversation(), row.session.id());
            });
            return earlier.map(row -> row.session);
        });
    }

    @Override
    public Session scene(long sessionId, Optional<String> scene) {
        return update(sessionId, old -> copy(old, old.conversation(), scene, old.historyFrom()));
    }

    @Override
    public Session historyFrom(long sessionId, long utteranceId) {
        return update(sessionId, old -> copy(old, old.conversation(), old.scene(), utteranceId));
    }

    private Session update(long sessionId, UnaryOperator<Session> change) {
        return stores.transaction(() -> {
            SessionRow row = rows.session(sessionId);
            row.session = change.apply(row.session);
            return row.session;
        });
    }

    private static Session copy(Session old, ConversationRef conversation, Optional<String> scene, long historyFrom) {
        return new Session(
                old.id(),
                conversation,
                old.personaId(),
                old.userName(),
                old.userProfile(),
                scene,
                historyFrom,
                old.openedAt());
    }

    @Override
    public List<Utterance> history(long sessionId, long from, long before) {
        return stores.transaction(() -> rows.said(sessionId)
                .filter(row -> row.id >= from && row.id < before)
                .map(rows::utterance)
                .toList());
    }

    @Override
    public void edit(MessageRef message, String text) {
        stores.change(() -> rows.message(message)
                .filter(row -> row.standing != Standing.DELETED)
                .ifPresent(row -> {
                    if (rows.optedOut.contains(row.speaker.key())) {
                        takeAway(row);
                    } else {
                        row.text = text;
                    }
                }));
    }

    @Override
    public void delete(MessageRef message) {
        stores.change(() -> rows.message(message).ifPresent(TestingSessionStore::takeAway));
    }

    private static void takeAway(UtteranceRow row) {
        row.standing = Standing.DELETED;
        row.text = "";
    }

    @Override
    public void move(ConversationRef from, ConversationRef to) {
        stores.change(() -> {
            Optional.ofNullable(rows.current.remove(from)).ifPresent(id -> rows.current.putIfAbsent(to, id));
            rows.sessions.values().stream()
                    .filter(row -> row.session.conversation().equals(from))
                    .forEach(
                            row -> row.session = copy(row.session, to, row.session.scene(), row.session.historyFrom()));
            rows.turns.values().stream()
                    .filter(turn -> turn.state.open() && turn.conversation.equals(from))
                    .forEach(turn -> turn.conversation = to);
        });
    }
}
