package dramatis.turn;

import dramatis.inference.Completion;
import dramatis.message.ConversationRef;
import dramatis.message.InboundMessage;
import dramatis.message.MessageRef;
import dramatis.message.Place;
import dramatis.message.Segment;
import dramatis.message.Speaker;
import dramatis.message.Utterance;
import dramatis.persona.Person;
import dramatis.platform.Receipt;
import dramatis.session.Session;
import dramatis.session.SessionKey;
import dramatis.session.SessionStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the stores in memory keep: tables as maps, rows with fields that change. Guarded by {@link TestingStores}. */
final class Rows {
    final Map<SessionKey, Long> current = new HashMap<>();
    final NavigableMap<Long, SessionRow> sessions = new TreeMap<>();
    final NavigableMap<Long, UtteranceRow> utterances = new TreeMap<>();
    final NavigableMap<Long, UtteranceRow> overheard = new TreeMap<>();
    final NavigableMap<Long, TurnRow> turns = new TreeMap<>();
    /** Who wrote in a place, where it is a private chat by what they wrote. */
    final Map<ConversationRef, Set<String>> writers = new HashMap<>();

    final Map<ConversationRef, Place> places = new HashMap<>();
    final Map<Place, Instant> left = new HashMap<>();
    /** What people said about themselves, by the key of their messages. */
    final Map<String, Person> people = new HashMap<>();

    final Set<String> optedOut = new HashSet<>();
    /** What a person sent until then is not taken. */
    final Map<String, Instant> forgottenUntil = new HashMap<>();

    private long lastKey;

    static final class SessionRow {
        Session session;
        Optional<String> openedBy;
        boolean closed;
        boolean discarded;
        Optional<String> steer = Optional.empty();

        SessionRow(Session session, Optional<String> openedBy) {
            this.session = session;
            this.openedBy = openedBy;
        }
    }

    enum Standing {
        /** A reply that has its place and is not answered yet. */
        PENDING,
        SAID,
        UNDONE,
        DELETED
    }

    static final class UtteranceRow {
        final long id;
        final long sessionId;
        final Speaker speaker;
        final Instant at;
        String name;
        Standing standing;
        /** The person's text; a reply has its turns' segments instead. */
        String text = "";

        Optional<MessageRef> message = Optional.empty();
        /** The turn that answers it. */
        long turnId;

        int swipe;

        UtteranceRow(long id, long sessionId, Speaker speaker, String name, Instant at, Standing standing) {
            this.id = id;
            this.sessionId = sessionId;
            this.speaker = speaker;
            this.name = name;
            this.at = at;
            this.standing = standing;
        }

        boolean reply() {
            return speaker.kind() == Speaker.Kind.CHARACTER;
        }
    }

    static final class TurnRow {
        final long id;
        final long sessionId;
        final Turn.Kind kind;
        final Instant receivedAt;
        final NavigableMap<Integer, Segment> segments = new TreeMap<>();
        final NavigableMap<Integer, PostRow> posts = new TreeMap<>();
        ConversationRef conversation;
        Turn.State state = Turn.State.RECEIVED;
        int starts;
        long replyId;
        Optional<MessageRef> replyTo = Optional.empty();
        Optional<Integer> swipe = Optional.empty();
        boolean cut;
        Optional<Completion> cost = Optional.empty();

        TurnRow(long id, long sessionId, ConversationRef conversation, Turn.Kind kind, Instant receivedAt) {
            this.id = id;
            this.sessionId = sessionId;
            this.conversation = conversation;
            this.kind = kind;
            this.receivedAt = receivedAt;
        }

        boolean waiting() {
            return state == Turn.State.RECEIVED || state == Turn.State.GENERATING;
        }

        Turn turn() {
            return new Turn(
                    id,
                    sessionId,
                    conversation,
                    kind,
                    state,
                    starts,
                    replyId,
                    replyTo,
                    List.copyOf(segments.values()),
                    receivedAt);
        }
    }

    static final class PostRow {
        final ConversationRef conversation;
        int attempts;
        Receipt receipt = new Receipt.Unknown();
        List<String> messageIds = List.of();

        PostRow(ConversationRef conversation) {
            this.conversation = conversation;
        }
    }

    /** The next key: one number for all tables, so that a test that mixes them up fails; never one of a row that is gone. */
    long next() {
        return ++lastKey;
    }

    SessionRow session(long id) {
        return known(sessions.get(id), "session", id);
    }

    TurnRow turn(long id) {
        return known(turns.get(id), "turn", id);
    }

    private static <T> T known(T row, String what, long id) {
        if (row == null) {
            throw new IllegalStateException("there is no " + what + " " + id);
        }
        return row;
    }

    TurnRow addTurn(long sessionId, ConversationRef conversation, Turn.Kind kind, Instant at) {
        TurnRow row = new TurnRow(next(), sessionId, conversation, kind, at);
        turns.put(row.id, row);
        return row;
    }

    UtteranceRow addUtterance(long sessionId, Speaker speaker, String name, Instant at, Standing standing) {
        UtteranceRow row = new UtteranceRow(next(), sessionId, speaker, name, at, standing);
        utterances.put(row.id, row);
        return row;
    }

    Optional<UtteranceRow> message(MessageRef ref) {
        return utterances.values().stream()
                .filter(row -> row.message.equals(Optional.of(ref)))
                .findFirst();
    }

    /** In a history, or overheard. */
    Optional<UtteranceRow> heard(MessageRef ref) {
        return message(ref)
                .or(() -> overheard.values().stream()
                        .filter(row -> row.message.equals(Optional.of(ref)))
                        .findFirst());
    }

    void overhear(long sessionId, InboundMessage message) {
        UtteranceRow row = new UtteranceRow(
                next(),
                sessionId,
                Speaker.person(message.author()),
                message.authorName(),
                message.sentAt(),
                Standing.SAID);
        row.text = message.text();
        row.message = Optional.of(message.ref());
        overheard.put(row.id, row);
        trim(sessionId, message.sentAt());
    }

    private void trim(long sessionId, Instant now) {
        List<UtteranceRow> all = overheard.values().stream()
                .filter(row -> row.sessionId == sessionId)
                .toList();
        for (int i = 0; i < all.size(); i++) {
            if (i < all.size() - SessionStore.OVERHEARD || all.get(i).at.isBefore(now.minus(SessionStore.HEARSAY))) {
                overheard.remove(all.get(i).id);
            }
        }
    }

    /** What a session overheard is in its history from now on. */
    void join(long sessionId, Instant now) {
        trim(sessionId, now);
        List.copyOf(overheard.values()).stream()
                .filter(row -> row.sessionId == sessionId)
                .forEach(row -> {
                    overheard.remove(row.id);
                    UtteranceRow said = addUtterance(sessionId, row.speaker, row.name, row.at, row.standing);
                    said.text = row.text;
                    said.message = row.message;
                });
    }

    boolean unwanted(InboundMessage message) {
        String author = Speaker.person(message.author()).key();
        return optedOut.contains(author) || !message.sentAt().isAfter(forgottenUntil.getOrDefault(author, Instant.MIN));
    }

    /** Whether a place is one person's private chat. */
    boolean privateTo(String person, ConversationRef place) {
        return writers.getOrDefault(place, Set.of()).equals(Set.of(person));
    }

    /** A session's history, replies that are not answered left out. */
    Stream<UtteranceRow> said(long sessionId) {
        return utterances.values().stream().filter(row -> row.sessionId == sessionId && row.standing == Standing.SAID);
    }

    Optional<UtteranceRow> lastReply(long sessionId) {
        return said(sessionId).filter(UtteranceRow::reply).reduce((first, second) -> second);
    }

    /** What people said to the character after the last reply; what it only overheard is not among it. */
    List<UtteranceRow> unanswered(long sessionId) {
        long last = lastReply(sessionId).map(row -> row.id).orElse(0L);
        return said(sessionId)
                .filter(row -> row.id > last && !row.reply() && row.turnId != 0)
                .toList();
    }

    Stream<TurnRow> turnsOf(UtteranceRow reply) {
        return turns.values().stream().filter(row -> row.replyId == reply.id);
    }

    /** The turns that made a reply's selected swipe, in order. */
    List<TurnRow> selected(UtteranceRow reply) {
        return turnsOf(reply)
                .filter(row -> row.swipe.equals(Optional.of(reply.swipe)))
                .toList();
    }

    List<Segment> segments(UtteranceRow row) {
        if (!row.reply()) {
            return List.of(Segment.speech(row.text));
        }
        List<Segment> all = new ArrayList<>();
        selected(row).forEach(turn -> all.addAll(turn.segments.values()));
        return all;
    }

    Utterance utterance(UtteranceRow row) {
        return new Utterance(row.id, row.speaker, row.name, segments(row), row.at);
    }
}
