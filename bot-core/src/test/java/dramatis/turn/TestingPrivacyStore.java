package dramatis.turn;

import static java.util.stream.Collectors.toSet;

import dramatis.message.ConversationRef;
import dramatis.message.MessageRef;
import dramatis.message.Place;
import dramatis.message.Segment;
import dramatis.message.Speaker;
import dramatis.message.UserRef;
import dramatis.persona.Person;
import dramatis.privacy.Keepsake;
import dramatis.privacy.Kept;
import dramatis.privacy.PrivacyStore;
import dramatis.session.Session;
import dramatis.turn.Rows.SessionRow;
import dramatis.turn.Rows.Standing;
import dramatis.turn.Rows.TurnRow;
import dramatis.turn.Rows.UtteranceRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is kept of people, in memory: see {@link TestingStores}. */
final class TestingPrivacyStore implements PrivacyStore {
    private final TestingStores stores;
    private final Rows rows;

    TestingPrivacyStore(TestingStores stores) {
        this.stores = stores;
        this.rows = stores.rows();
    }

    @Override
    public Kept show(UserRef user) {
        String person = key(user);
        return stores.transaction(() -> {
            List<UtteranceRow> messages = kept(person).toList();
            List<Session> opened = opened(person).map(row -> row.session).toList();
            Stream<ConversationRef> places = Stream.concat(
                    messages.stream()
                            .map(row -> rows.session(row.sessionId).session.conversation()),
                    opened.stream().map(Session::conversation));
            Optional<Person> said = Optional.ofNullable(rows.people.get(person));
            Stream<Instant> times = Stream.of(
                            messages.stream().map(row -> row.at),
                            opened.stream().map(Session::openedAt),
                            said.stream().map(Person::at))
                    .flatMap(Function.identity());
            return new Kept(
                    messages.size(),
                    opened.stream()
                                    .filter(session -> !session.userProfile().isEmpty())
                                    .count()
                            + said.stream().count(),
                    places.distinct().count(),
                    times.min(Comparator.naturalOrder()),
                    rows.optedOut.contains(person));
        });
    }

    private static String key(UserRef user) {
        return Speaker.person(user).key();
    }

    private Stream<UtteranceRow> by(String person) {
        return Stream.concat(rows.utterances.values().stream(), rows.overheard.values().stream())
                .filter(row -> row.speaker.equals(speaker(person)));
    }

    private static Speaker speaker(String person) {
        return new Speaker(Speaker.Kind.PERSON, person);
    }

    private Stream<UtteranceRow> kept(String person) {
        return by(person).filter(row -> row.standing != Standing.DELETED);
    }

    private Stream<SessionRow> opened(String person) {
        return rows.sessions.values().stream().filter(row -> row.openedBy.equals(Optional.of(person)));
    }

    @Override
    public void export(UserRef user, Consumer<Keepsake> taker) {
        stores.transaction(() -> keepsakes(key(user))).forEach(taker);
    }

    private List<Keepsake> keepsakes(String person) {
        List<Keepsake> all = new ArrayList<>();
        Optional.ofNullable(rows.people.get(person))
                .map(said -> new Keepsake.Introduction(said.at(), said.name(), said.description()))
                .ifPresent(all::add);
        opened(person).map(row -> description(row.session)).forEach(all::add);
        Stream.concat(rows.utterances.values().stream(), rows.overheard.values().stream())
                .flatMap(row -> Stream.concat(message(person, row), reply(person, row)))
                .forEach(all::add);
        return all;
    }

    private static Keepsake description(Session session) {
        return new Keepsake.Description(
                session.conversation(),
                session.openedAt(),
                session.personaId(),
                session.userName(),
                session.userProfile());
    }

    private Stream<Keepsake> message(String person, UtteranceRow row) {
        return row.standing == Standing.DELETED || !row.speaker.equals(speaker(person))
                ? Stream.empty()
                : Stream.of(new Keepsake.Message(row.message.orElseThrow(), row.at, row.name, row.text));
    }

    private Stream<Keepsake> reply(String person, UtteranceRow row) {
        Session session = rows.session(row.sessionId).session;
        if (!row.reply() || row.standing != Standing.SAID || !alone(person, session)) {
            return Stream.empty();
        }
        List<Segment.Visible> visible = rows.segments(row).stream()
                .filter(Segment.Visible.class::isInstance)
                .map(Segment.Visible.class::cast)
                .toList();
        return Stream.of(new Keepsake.Reply(session.conversation(), row.at, row.name, visible));
    }

    @Override
    public List<Long> delete(UserRef user) {
        return stores.transaction(() -> delete(key(user)));
    }

    /** Whether a session is one person's, by their private chat or by the place's choice. */
    private boolean alone(String person, Session session) {
        return rows.privateTo(person, session.conversation())
                || session.key()
                        .person()
                        .filter(user -> key(user).equals(person))
                        .isPresent();
    }

    private List<Long> delete(String person) {
        rows.people.remove(person);
        Set<Long> sessions = rows.sessions.values().stream()
                .map(row -> row.session)
                .filter(session -> alone(person, session))
                .map(Session::id)
                .collect(toSet());
        by(person)
                .map(row -> row.at)
                .max(Comparator.naturalOrder())
                .ifPresent(last -> rows.forgottenUntil.merge(person, last, (one, two) -> one.isAfter(two) ? one : two));
        List<Long> dropped = cancel(person, sessions);
        answers(person).forEach(turn -> turn.segments.values().removeIf(Segment.Hidden.class::isInstance));
        remove(row -> row.speaker.equals(speaker(person)));
        opened(person)
                .filter(row -> !sessions.contains(row.session.id()))
                .toList()
                .forEach(this::handOver);
        forget(sessions);
        return dropped;
    }

    /** The turns that answer a person's messages, of every swipe. */
    private Set<TurnRow> answers(String person) {
        Set<Long> turns = by(person).map(row -> row.turnId).collect(toSet());
        Set<Long> replies = rows.turns.values().stream()
                .filter(turn -> turns.contains(turn.id) && turn.replyId != 0)
                .map(turn -> turn.replyId)
                .collect(toSet());
        return rows.turns.values().stream()
                .filter(turn -> turns.contains(turn.id) || replies.contains(turn.replyId))
                .collect(toSet());
    }

    private List<Long> cancel(String person, Set<Long> sessions) {
        Set<TurnRow> answers = answers(person);
        List<Long> dropped = new ArrayList<>();
        for (TurnRow turn : rows.turns.values()) {
            boolean alone = sessions.contains(turn.sessionId);
            if (turn.state.open() && (alone || (answers.contains(turn) && !waitsForOthers(person, turn)))) {
                if (turn.waiting()) {
                    dropped.add(turn.id);
                    turn.segments.clear();
                }
                turn.state = Turn.State.CANCELLED;
            }
        }
        return dropped;
    }

    private boolean waitsForOthers(String person, TurnRow turn) {
        return turn.state == Turn.State.RECEIVED
                && rows.utterances.values().stream()
                        .anyMatch(row -> row.turnId == turn.id && !row.speaker.equals(speaker(person)));
    }

    /** A turn whose last message went has the last of those that stay. */
    private void remove(Predicate<UtteranceRow> gone) {
        rows.utterances.values().removeIf(gone);
        rows.overheard.values().removeIf(gone);
        rows.turns
                .values()
                .forEach(turn -> turn.replyTo = turn.replyTo
                        .filter(ref -> rows.message(ref).isPresent())
                        .or(() -> lastMessage(turn)));
    }

    private Optional<MessageRef> lastMessage(TurnRow turn) {
        return rows.utterances.values().stream()
                .filter(row -> row.turnId == turn.id)
                .reduce((one, two) -> two)
                .flatMap(row -> row.message);
    }

    private void handOver(SessionRow row) {
        Session old = row.session;
        Optional<UtteranceRow> heard = rows.utterances.values().stream()
                .filter(said -> said.sessionId == old.id() && !said.reply())
                .reduce((one, two) -> two);
        row.openedBy = heard.map(said -> said.speaker.key());
        row.session = new Session(
                old.id(),
                old.key(),
                old.personaId(),
                heard.map(said -> said.name).orElse(""),
                "",
                old.scene(),
                old.chosen(),
                old.historyFrom(),
                old.openedAt());
        if (heard.isEmpty()) {
            row.closed = true;
            rows.current.values().removeIf(id -> id == old.id());
        }
    }

    private void forget(Set<Long> sessions) {
        remove(row -> sessions.contains(row.sessionId));
        rows.turns.values().stream()
                .filter(turn -> sessions.contains(turn.sessionId))
                .forEach(turn -> {
                    turn.segments.clear();
                    turn.posts.clear();
                    turn.replyTo = Optional.empty();
                    turn.replyId = 0;
                });
        rows.current.values().removeAll(sessions);
        rows.sessions.keySet().removeAll(sessions);
    }

    @Override
    public void optOut(UserRef user, boolean out) {
        stores.change(() -> {
            if (out) {
                rows.optedOut.add(key(user));
            } else {
                rows.optedOut.remove(key(user));
            }
        });
    }

    @Override
    public boolean optedOut(UserRef user) {
        return stores.transaction(() -> rows.optedOut.contains(key(user)));
    }

    @Override
    public long deleteOlderThan(Instant time) {
        return stores.transaction(() -> {
            List<UtteranceRow> old = rows.utterances.values().stream()
                    .filter(row -> row.at.isBefore(time) && !inOpenTurn(row))
                    .toList();
            Set<Long> ids = old.stream().map(row -> row.id).collect(toSet());
            rows.turns.values().removeIf(turn -> ids.contains(turn.replyId));
            rows.utterances.keySet().removeAll(ids);
            rows.turns
                    .values()
                    .removeIf(turn -> !turn.state.open()
                            && turn.replyId == 0
                            && turn.receivedAt.isBefore(time)
                            && rows.utterances.values().stream().noneMatch(row -> row.turnId == turn.id));
            rows.sessions
                    .values()
                    .removeIf(row -> row.closed
                            && row.session.openedAt().isBefore(time)
                            && rows.utterances.values().stream().noneMatch(said -> said.sessionId == row.session.id()));
            int before = rows.overheard.size();
            rows.overheard.values().removeIf(row -> row.at.isBefore(time));
            return (long) old.size() + before - rows.overheard.size();
        });
    }

    private boolean inOpenTurn(UtteranceRow row) {
        return Stream.concat(rows.turnsOf(row), Stream.ofNullable(rows.turns.get(row.turnId)))
                .filter(Objects::nonNull)
                .anyMatch(turn -> turn.state.open());
    }

    @Override
    public int deleteLeft(Instant before) {
        return stores.transaction(() -> {
            List<Place> gone = rows.left.entrySet().stream()
                    .filter(entry -> entry.getValue().isBefore(before))
                    .map(Map.Entry::getKey)
                    .toList();
            gone.forEach(this::delete);
            return gone.size();
        });
    }

    private void delete(Place place) {
        rows.left.remove(place);
        Predicate<ConversationRef> there = at -> place.equals(rows.places.get(at));
        Set<Long> sessions = rows.sessions.values().stream()
                .map(row -> row.session)
                .filter(session -> there.test(session.conversation()))
                .map(Session::id)
                .collect(toSet());
        remove(row -> sessions.contains(row.sessionId)
                || row.message.filter(ref -> there.test(ref.conversation())).isPresent());
        rows.turns.values().removeIf(turn -> there.test(turn.conversation));
        rows.sessions.keySet().removeAll(sessions);
        rows.current.values().removeIf(sessions::contains);
        rows.places.values().removeIf(place::equals);
    }
}
