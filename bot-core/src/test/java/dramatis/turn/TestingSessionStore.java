package dramatis.turn;

import dramatis.message.ConversationRef;
import dramatis.message.InboundMessage;
import dramatis.message.MessageRef;
import dramatis.message.Place;
import dramatis.message.Speaker;
import dramatis.message.Utterance;
import dramatis.persona.Person;
import dramatis.session.Session;
import dramatis.session.SessionKey;
import dramatis.session.SessionStore;
import dramatis.turn.Rows.SessionRow;
import dramatis.turn.Rows.Standing;
import dramatis.turn.Rows.UtteranceRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Sessions in memory: see {@link TestingStores}. */
final class TestingSessionStore implements SessionStore {
    private final TestingStores stores;
    private final Rows rows;

    TestingSessionStore(TestingStores stores) {
        this.stores = stores;
        this.rows = stores.rows();
    }

    @Override
    public Optional<Session> current(SessionKey key) {
        return stores.transaction(
                () -> Optional.ofNullable(rows.current.get(key)).map(id -> rows.session(id).session));
    }

    @Override
    public List<Session> playing(ConversationRef place) {
        return stores.transaction(() -> playing(key -> key.place().equals(place)));
    }

    private List<Session> playing(Predicate<SessionKey> where) {
        return rows.current.entrySet().stream()
                .filter(entry -> where.test(entry.getKey()))
                .map(entry -> rows.session(entry.getValue()).session)
                .toList();
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
            rows.current.put(opening.key(), session.id());
            return new Opened(choose(session, opening), earlier.isEmpty());
        });
    }

    private Session choose(Session session, Opening opening) {
        SessionRow row = rows.session(session.id());
        row.session = copy(
                session, session.key(), session.scene(), session.chosen() || opening.chosen(), session.historyFrom());
        return row.session;
    }

    /** Two are possible after a move into a conversation that had one: the current one is preferred, then the newest. */
    private Optional<Session> earlier(Opening opening) {
        Long current = rows.current.get(opening.key());
        return rows.sessions.values().stream()
                .filter(row -> !row.closed)
                .map(row -> row.session)
                .filter(session -> session.key().equals(opening.key()))
                .filter(session -> session.personaId().equals(opening.personaId()))
                .max(Comparator.<Session, Boolean>comparing(
                                session -> Long.valueOf(session.id()).equals(current))
                        .thenComparing(Session::id));
    }

    private Session add(Opening opening) {
        Session session = new Session(
                rows.next(),
                opening.key(),
                opening.personaId(),
                opening.userName(),
                opening.userProfile(),
                opening.scene(),
                opening.chosen(),
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
                    old.key(),
                    old.personaId(),
                    Optional.empty(),
                    said.flatMap(Person::name).orElse(old.userName()),
                    said.map(Person::description).orElse(old.userProfile()),
                    Optional.empty(),
                    old.chosen(),
                    at));
            rows.session(next.id()).openedBy = row.openedBy;
            rows.current.put(next.key(), next.id());
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
                    .filter(row -> row.session.key().equals(instead.key()))
                    .filter(row -> row.session.personaId().equals(instead.personaId()))
                    .reduce((one, two) -> two);
            earlier.ifPresent(row -> {
                rows.session(instead.id()).closed = true;
                rows.session(instead.id()).discarded = true;
                row.closed = false;
                rows.current.put(instead.key(), row.session.id());
            });
            return earlier.map(row -> row.session);
        });
    }

    @Override
    public Session scene(long sessionId, Optional<String> scene) {
        return update(sessionId, old -> copy(old, old.key(), scene, old.chosen(), old.historyFrom()));
    }

    @Override
    public void steer(long sessionId, Optional<String> line) {
        stores.change(() -> rows.session(sessionId).steer = line);
    }

    @Override
    public Optional<String> steering(long sessionId) {
        return stores.transaction(
                () -> Optional.ofNullable(rows.sessions.get(sessionId)).flatMap(row -> row.steer));
    }

    @Override
    public Session historyFrom(long sessionId, long utteranceId) {
        return update(sessionId, old -> copy(old, old.key(), old.scene(), old.chosen(), utteranceId));
    }

    private Session update(long sessionId, UnaryOperator<Session> change) {
        return stores.transaction(() -> {
            SessionRow row = rows.session(sessionId);
            row.session = change.apply(row.session);
            return row.session;
        });
    }

    private static Session copy(Session old, SessionKey key, Optional<String> scene, boolean chosen, long historyFrom) {
        return new Session(
                old.id(),
                key,
                old.personaId(),
                old.userName(),
                old.userProfile(),
                scene,
                chosen,
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
        stores.change(() -> rows.heard(message)
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
        stores.change(() -> rows.heard(message).ifPresent(this::takeAway));
    }

    private void takeAway(UtteranceRow row) {
        rows.overheard.remove(row.id);
        row.standing = Standing.DELETED;
        row.text = "";
    }

    @Override
    public void move(ConversationRef from, ConversationRef to) {
        stores.change(() -> {
            playing(key -> key.place().equals(from)).forEach(session -> {
                rows.current.remove(session.key());
                rows.current.putIfAbsent(moved(session, to), session.id());
            });
            rows.sessions.values().stream()
                    .filter(row -> row.session.conversation().equals(from))
                    .forEach(row -> row.session = copy(
                            row.session,
                            moved(row.session, to),
                            row.session.scene(),
                            row.session.chosen(),
                            row.session.historyFrom()));
            rows.turns.values().stream()
                    .filter(turn -> turn.state.open() && turn.conversation.equals(from))
                    .forEach(turn -> turn.conversation = to);
        });
    }

    private static SessionKey moved(Session session, ConversationRef to) {
        return new SessionKey(to, session.key().person());
    }

    @Override
    public boolean replace(MessageRef before, InboundMessage message) {
        return stores.transaction(() -> {
            Optional<UtteranceRow> old =
                    rows.heard(before).filter(row -> rows.heard(message.ref()).isEmpty());
            old.ifPresent(row -> {
                rows.turns.values().stream()
                        .filter(turn -> turn.replyTo.equals(row.message))
                        .forEach(turn -> turn.replyTo = Optional.of(message.ref()));
                row.message = Optional.of(message.ref());
                row.name = message.authorName();
                row.text = message.text();
                row.standing = row.standing == Standing.DELETED ? Standing.SAID : row.standing;
            });
            return old.isPresent();
        });
    }

    @Override
    public void overhear(Session session, InboundMessage message) {
        stores.change(() -> {
            rows.places.put(message.ref().conversation(), message.place());
            if (rows.heard(message.ref()).isEmpty() && !rows.unwanted(message)) {
                rows.overhear(session.id(), message);
            }
        });
    }

    @Override
    public List<MessageRef> lastHeard(String platform, Instant since) {
        return stores.transaction(() -> {
            Map<ConversationRef, UtteranceRow> last = new HashMap<>();
            Stream.concat(rows.utterances.values().stream(), rows.overheard.values().stream())
                    .filter(row -> row.at.isAfter(since))
                    .sorted(Comparator.comparing(row -> row.at))
                    .forEach(row -> row.message
                            .filter(ref -> ref.conversation().platform().equals(platform))
                            .filter(ref -> !ref.messageId().startsWith("say "))
                            .ifPresent(ref -> last.put(ref.conversation(), row)));
            return last.values().stream().flatMap(row -> row.message.stream()).toList();
        });
    }

    @Override
    public List<Long> leave(Place place, Instant at) {
        return stores.transaction(() -> {
            rows.left.putIfAbsent(place, at);
            List<Long> cancelled = new ArrayList<>();
            playing(key -> place.equals(rows.places.get(key.place()))).forEach(session -> {
                rows.turns.values().stream()
                        .filter(turn -> turn.sessionId == session.id() && turn.state.open())
                        .forEach(turn -> {
                            turn.state = Turn.State.CANCELLED;
                            cancelled.add(turn.id);
                        });
                end(session.id());
            });
            return cancelled;
        });
    }

    @Override
    public void join(Place place) {
        stores.change(() -> rows.left.remove(place));
    }
}
