package dramatis.turn;

import dramatis.inference.Completion;
import dramatis.message.InboundMessage;
import dramatis.message.MessageRef;
import dramatis.message.Segment;
import dramatis.message.Speaker;
import dramatis.message.UserNotice;
import dramatis.session.Session;
import dramatis.turn.Rows.Standing;
import dramatis.turn.Rows.TurnRow;
import dramatis.turn.Rows.UtteranceRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns in memory: see {@link TestingStores}. */
final class TestingTurnStore implements TurnStore {
    private final TestingStores stores;
    private final Rows rows;

    TestingTurnStore(TestingStores stores) {
        this.stores = stores;
        this.rows = stores.rows();
    }

    @Override
    public boolean takes(InboundMessage message) {
        return stores.transaction(() -> rows.message(message.ref()).isEmpty() && !rows.unwanted(message));
    }

    @Override
    public Admitted admit(Session session, InboundMessage message, int limit) {
        return stores.transaction(() -> {
            if (rows.message(message.ref()).isPresent()) {
                return new Admitted.Duplicate();
            }
            if (rows.unwanted(message)) {
                return new Admitted.Unwanted();
            }
            rows.session(session.id());
            Optional<TurnRow> joined = joinable(session, message);
            if (joined.isEmpty() && waiting() >= limit) {
                return new Admitted.Full();
            }
            TurnRow turn = joined.orElseGet(
                    () -> rows.addTurn(session.id(), message.ref().conversation(), Turn.Kind.REPLY, message.sentAt()));
            rows.join(session.id(), message.sentAt());
            say(session, message, turn);
            return new Admitted.Queued(turn.turn(), joined.isPresent());
        });
    }

    /** A turn on an existing reply is joined by nobody: it answers only what stands before that reply. */
    private Optional<TurnRow> joinable(Session session, InboundMessage message) {
        return rows.turns.values().stream()
                .filter(turn -> turn.sessionId == session.id())
                .filter(turn -> turn.conversation.equals(message.ref().conversation()))
                .filter(turn -> turn.kind == Turn.Kind.REPLY && turn.state == Turn.State.RECEIVED)
                .findFirst();
    }

    private long waiting() {
        return rows.turns.values().stream().filter(TurnRow::waiting).count();
    }

    private void say(Session session, InboundMessage message, TurnRow turn) {
        UtteranceRow said = rows.addUtterance(
                session.id(), Speaker.person(message.author()), message.authorName(), message.sentAt(), Standing.SAID);
        said.text = message.text();
        said.message = Optional.of(message.ref());
        said.turnId = turn.id;
        turn.replyTo = said.message;
        note(message, said.speaker.key());
    }

    private void note(InboundMessage message, String author) {
        rows.places.put(message.ref().conversation(), message.place());
        if (message.addressing() == InboundMessage.Addressing.DIRECT) {
            rows.writers.computeIfAbsent(message.ref().conversation(), place -> new HashSet<>());
        }
        rows.writers.computeIfPresent(message.ref().conversation(), (place, known) -> {
            known.add(author);
            return known;
        });
    }

    @Override
    public Optional<Turn> again(Session session, Turn.Kind kind, Instant at) {
        if (kind != Turn.Kind.RETRY && kind != Turn.Kind.CONTINUE) {
            throw new IllegalArgumentException(kind + " does not work on an earlier reply");
        }
        return stores.transaction(() -> {
            boolean busy = rows.turns.values().stream()
                    .anyMatch(turn -> turn.waiting() && turn.conversation.equals(session.conversation()));
            if (busy || !rows.unanswered(session.id()).isEmpty()) {
                return Optional.empty();
            }
            return rows.lastReply(session.id()).map(reply -> again(session, reply, kind, at));
        });
    }

    private Turn again(Session session, UtteranceRow reply, Turn.Kind kind, Instant at) {
        TurnRow turn = rows.addTurn(session.id(), session.conversation(), kind, at);
        turn.replyId = reply.id;
        turn.replyTo = rows.turnsOf(reply).findFirst().orElseThrow().replyTo;
        return turn.turn();
    }

    @Override
    public Turn greet(Session session, String name, List<Segment> segments, Instant at) {
        return stores.transaction(() -> {
            rows.session(session.id());
            TurnRow turn = rows.addTurn(session.id(), session.conversation(), Turn.Kind.GREETING, at);
            Speaker speaker = Speaker.character(session.personaId());
            turn.replyId = rows.addUtterance(session.id(), speaker, name, at, Standing.SAID).id;
            turn.state = Turn.State.ANSWERED;
            turn.swipe = Optional.of(0);
            segments.forEach(segment -> turn.segments.put(turn.segments.size(), segment));
            return turn.turn();
        });
    }

    @Override
    public Optional<Turn> find(long turnId) {
        return stores.transaction(
                () -> Optional.ofNullable(rows.turns.get(turnId)).map(TurnRow::turn));
    }

    @Override
    public Optional<Turn> orphan(MessageRef message) {
        return stores.transaction(() -> rows.message(message)
                .flatMap(row -> Optional.ofNullable(rows.turns.get(row.turnId)))
                .filter(turn -> turn.state == Turn.State.RECEIVED && turn.kind == Turn.Kind.REPLY)
                .filter(turn -> rows.utterances.values().stream()
                        .noneMatch(row -> row.turnId == turn.id && row.standing == Standing.SAID))
                .map(TurnRow::turn));
    }

    @Override
    public List<Turn> open() {
        return stores.transaction(() -> rows.turns.values().stream()
                .filter(turn -> turn.state.open())
                .map(TurnRow::turn)
                .toList());
    }

    @Override
    public Turn begin(long turnId, String name) {
        return stores.transaction(() -> {
            TurnRow turn = rows.turn(turnId);
            check(turn, turn.waiting(), "begin");
            if (turn.replyId == 0) {
                Session session = rows.session(turn.sessionId).session;
                Speaker speaker = Speaker.character(session.personaId());
                turn.replyId = rows.addUtterance(session.id(), speaker, name, Instant.now(), Standing.PENDING).id;
            }
            turn.state = Turn.State.GENERATING;
            turn.starts++;
            return turn.turn();
        });
    }

    @Override
    public void segment(long turnId, int number, Segment segment) {
        stores.change(() -> generating(turnId, "keep a segment").segments.putIfAbsent(number, segment));
    }

    @Override
    public void clear(long turnId) {
        stores.change(() -> generating(turnId, "clear").segments.clear());
    }

    @Override
    public Turn putBack(long turnId) {
        return stores.transaction(() -> {
            TurnRow turn = generating(turnId, "put back");
            turn.segments.clear();
            turn.state = Turn.State.RECEIVED;
            turn.starts--;
            if (turn.kind == Turn.Kind.REPLY) {
                rows.utterances.remove(turn.replyId);
                turn.replyId = 0;
                rows.turns.values().stream()
                        .filter(later -> later.id > turn.id && later.sessionId == turn.sessionId)
                        .filter(later -> later.kind == Turn.Kind.REPLY && later.state == Turn.State.RECEIVED)
                        .forEach(later -> join(turn, later));
            }
            return turn.turn();
        });
    }

    private void join(TurnRow turn, TurnRow later) {
        rows.utterances.values().stream().filter(row -> row.turnId == later.id).forEach(row -> row.turnId = turn.id);
        turn.replyTo = later.replyTo;
        later.state = Turn.State.CANCELLED;
    }

    @Override
    public Turn answer(long turnId, boolean cut, Optional<Completion> cost) {
        return stores.transaction(() -> {
            TurnRow turn = generating(turnId, "answer");
            UtteranceRow reply = rows.utterances.get(turn.replyId);
            if (turn.kind == Turn.Kind.RETRY) {
                reply.swipe = swipes(reply);
            }
            reply.standing = Standing.SAID;
            turn.swipe = Optional.of(reply.swipe);
            turn.cut = cut;
            rows.session(turn.sessionId).steer = Optional.empty();
            turn.cost = cost;
            turn.state = Turn.State.ANSWERED;
            return turn.turn();
        });
    }

    private int swipes(UtteranceRow reply) {
        return 1
                + rows.turnsOf(reply)
                        .flatMap(turn -> turn.swipe.stream())
                        .max(Integer::compare)
                        .orElse(-1);
    }

    private TurnRow generating(long turnId, String move) {
        TurnRow turn = rows.turn(turnId);
        check(turn, turn.state == Turn.State.GENERATING, move);
        return turn;
    }

    private static void check(TurnRow turn, boolean allowed, String move) {
        if (!allowed) {
            throw new IllegalStateException("cannot " + move + ": turn " + turn.id + " is " + turn.state);
        }
    }

    @Override
    public void end(long turnId, Turn.State state, Optional<UserNotice> why) {
        if (state.open()) {
            throw new IllegalArgumentException(state + " is not an end");
        }
        stores.change(() -> {
            TurnRow turn = rows.turn(turnId);
            if (turn.state.open()) {
                boolean allowed = state != Turn.State.POSTED || turn.state == Turn.State.ANSWERED;
                check(turn, allowed, "end as " + state);
                turn.state = state;
            }
        });
    }

    @Override
    public List<Long> cancelAll(long sessionId) {
        return stores.transaction(() -> cancel(rows.turns.values().stream()
                .filter(turn -> turn.sessionId == sessionId)
                .toList()));
    }

    private static List<Long> cancel(List<TurnRow> turns) {
        List<TurnRow> open = turns.stream().filter(turn -> turn.state.open()).toList();
        open.forEach(turn -> turn.state = Turn.State.CANCELLED);
        return open.stream().map(turn -> turn.id).toList();
    }

    @Override
    public Optional<Reply> lastReply(long sessionId) {
        return stores.transaction(() -> rows.lastReply(sessionId).map(this::reply));
    }

    @Override
    public Optional<Reply> reply(long sessionId, long turnId) {
        return stores.transaction(() -> Optional.ofNullable(rows.turns.get(turnId))
                .filter(turn -> turn.sessionId == sessionId)
                .flatMap(turn -> said(sessionId, turn.replyId))
                .map(this::reply));
    }

    private Optional<UtteranceRow> said(long sessionId, long utteranceId) {
        return rows.said(sessionId)
                .filter(row -> row.id == utteranceId && row.reply())
                .findFirst();
    }

    private List<UtteranceRow> later(long sessionId, long utteranceId) {
        return rows.said(sessionId).filter(row -> row.id > utteranceId).toList();
    }

    @Override
    public int after(long sessionId, long utteranceId) {
        return stores.transaction(() -> later(sessionId, utteranceId).size());
    }

    @Override
    public List<MessageRef> rewind(long sessionId, long utteranceId) {
        return stores.transaction(() -> take(later(sessionId, utteranceId)));
    }

    @Override
    public List<MessageRef> strike(long sessionId, long utteranceId) {
        return stores.transaction(
                () -> take(said(sessionId, utteranceId).stream().toList()));
    }

    @Override
    public Optional<Reply> amend(long sessionId, long utteranceId, List<Segment> segments, Instant at) {
        return stores.transaction(() -> said(sessionId, utteranceId)
                .filter(row -> rows.turnsOf(row).noneMatch(turn -> turn.state.open()))
                .map(row -> {
                    TurnRow turn = rows.turn(again(rows.session(sessionId).session, row, Turn.Kind.RETRY, at)
                            .id());
                    segments.forEach(segment -> turn.segments.put(turn.segments.size(), segment));
                    row.swipe = swipes(row);
                    turn.swipe = Optional.of(row.swipe);
                    turn.state = Turn.State.POSTED;
                    return reply(row);
                }));
    }

    @Override
    public Optional<Reply> select(long sessionId, long utteranceId, int swipe) {
        return stores.transaction(() -> {
            Optional<UtteranceRow> last = rows.lastReply(sessionId)
                    .filter(row -> row.id == utteranceId && swipe >= 0 && swipe < swipes(row))
                    .filter(row -> rows.turnsOf(row).noneMatch(turn -> turn.state.open()));
            last.ifPresent(row -> row.swipe = swipe);
            return last.map(this::reply);
        });
    }

    @Override
    public Set<Speaker> askers(long sessionId) {
        return stores.transaction(() -> {
            Stream<UtteranceRow> answered =
                    rows.lastReply(sessionId).stream().flatMap(reply -> exchange(reply).stream());
            return Stream.concat(answered, rows.unanswered(sessionId).stream())
                    .filter(row -> !row.reply())
                    .map(row -> row.speaker)
                    .collect(Collectors.toSet());
        });
    }

    @Override
    public Set<Speaker> askers(long sessionId, long utteranceId) {
        return stores.transaction(() -> Stream.concat(
                        said(sessionId, utteranceId).stream().flatMap(reply -> exchange(reply).stream()),
                        later(sessionId, utteranceId).stream().filter(row -> row.turnId != 0))
                .filter(row -> !row.reply())
                .map(row -> row.speaker)
                .collect(Collectors.toSet()));
    }

    private Reply reply(UtteranceRow row) {
        List<TurnRow> turns = rows.selected(row);
        Optional<Completion> cost =
                turns.stream().flatMap(turn -> turn.cost.stream()).reduce((one, two) -> two);
        TurnRow last = turns.get(turns.size() - 1);
        return new Reply(row.id, last.id, rows.segments(row), row.swipe, swipes(row), last.cut, cost);
    }

    @Override
    public Optional<List<MessageRef>> undo(Session session) {
        return stores.transaction(() -> {
            List<UtteranceRow> gone = rows.unanswered(session.id());
            if (gone.isEmpty()) {
                gone = rows.lastReply(session.id()).map(this::exchange).orElse(List.of());
            }
            return gone.isEmpty() ? Optional.empty() : Optional.of(take(gone));
        });
    }

    /** A reply and what its turn answered. */
    private List<UtteranceRow> exchange(UtteranceRow reply) {
        List<Long> turns = rows.turnsOf(reply).map(turn -> turn.id).toList();
        return rows.said(reply.sessionId)
                .filter(row -> row == reply || turns.contains(row.turnId))
                .toList();
    }

    private List<MessageRef> take(List<UtteranceRow> gone) {
        List<TurnRow> turns = rows.turns.values().stream()
                .filter(turn -> gone.stream().anyMatch(row -> row.id == turn.replyId || row.turnId == turn.id))
                .toList();
        gone.forEach(row -> row.standing = Standing.UNDONE);
        cancel(turns);
        List<MessageRef> refs = new ArrayList<>();
        gone.forEach(row -> row.message.ifPresent(refs::add));
        turns.forEach(turn -> turn.posts
                .values()
                .forEach(post -> post.messageIds.forEach(id -> refs.add(new MessageRef(post.conversation, id)))));
        return refs;
    }
}
