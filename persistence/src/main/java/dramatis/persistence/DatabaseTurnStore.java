package dramatis.persistence;

import dramatis.inference.Completion;
import dramatis.message.InboundMessage;
import dramatis.message.MessageRef;
import dramatis.message.Segment;
import dramatis.message.Speaker;
import dramatis.message.UserNotice;
import dramatis.session.Session;
import dramatis.turn.Turn;
import dramatis.turn.Turn.Kind;
import dramatis.turn.Turn.State;
import dramatis.turn.TurnStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class DatabaseTurnStore implements TurnStore {
    private final Transactions transactions;

    DatabaseTurnStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean takes(InboundMessage message) {
        return transactions.run(sql -> !new Messages(sql).taken(message.ref()) && !new Wishes(sql).forbid(message));
    }

    @Override
    public Admitted admit(Session session, InboundMessage message, int limit) {
        return transactions.run(sql -> {
            if (new Messages(sql).taken(message.ref())) {
                return new Admitted.Duplicate();
            }
            if (new Wishes(sql).forbid(message)) {
                return new Admitted.Unwanted();
            }
            new Sessions(sql).get(session.id());
            Turns turns = new Turns(sql);
            long conversation = new Conversations(sql).key(message.ref().conversation());
            Optional<Long> joined = turns.joinable(session.id(), conversation);
            if (joined.isEmpty() && turns.waiting() >= limit) {
                return new Admitted.Full();
            }
            long turn = joined.orElseGet(() -> turns.add(session.id(), conversation, Kind.REPLY, message.sentAt()));
            new Overheard(sql).join(session.id(), message.sentAt());
            turns.replyTo(turn, new Messages(sql).add(session.id(), message, turn));
            new Conversations(sql).note(conversation, message);
            return new Admitted.Queued(turns.get(turn), joined.isPresent());
        });
    }

    @Override
    public Optional<Turn> again(Session session, Kind kind, Instant at) {
        if (kind != Kind.RETRY && kind != Kind.CONTINUE) {
            throw new IllegalArgumentException(kind + " does not work on an earlier reply");
        }
        return transactions.run(sql -> {
            Replies replies = new Replies(sql);
            long reply = replies.last(session.id());
            boolean free = reply != 0
                    && replies.since(session.id(), reply).isEmpty()
                    && !new Turns(sql).waiting(new Conversations(sql).key(session.conversation()));
            return free ? new Turns(sql).find(replies.again(session, reply, kind, at)) : Optional.empty();
        });
    }

    @Override
    public Turn greet(Session session, String name, List<Segment> segments, Instant at) {
        return transactions.run(sql -> {
            new Sessions(sql).get(session.id());
            Turns turns = new Turns(sql);
            Replies replies = new Replies(sql);
            long conversation = new Conversations(sql).key(session.conversation());
            long turn = turns.add(session.id(), conversation, Kind.GREETING, at);
            long reply = replies.add(session, name, at);
            turns.place(turn, reply);
            new Segments(sql).add(turn, segments);
            replies.say(reply, 0);
            turns.answer(turn, 0, false);
            return turns.get(turn);
        });
    }

    @Override
    public Optional<Turn> find(long turnId) {
        return transactions.run(sql -> new Turns(sql).find(turnId));
    }

    @Override
    public Optional<Turn> orphan(MessageRef message) {
        return transactions.run(sql -> new Messages(sql).orphan(message).flatMap(new Turns(sql)::find));
    }

    @Override
    public List<Turn> open() {
        return transactions.run(sql -> new Turns(sql).open());
    }

    @Override
    public Turn begin(long turnId, String name) {
        return transactions.run(sql -> {
            Turns turns = new Turns(sql);
            Turn turn = turns.require(turnId, "begin", State.RECEIVED, State.GENERATING);
            if (turn.replyId() == 0) {
                Session session = new Sessions(sql).get(turn.sessionId());
                turns.place(turnId, new Replies(sql).add(session, name, Instant.now()));
            }
            turns.begin(turnId);
            return turns.get(turnId);
        });
    }

    @Override
    public void segment(long turnId, int number, Segment segment) {
        transactions.change(sql -> {
            new Turns(sql).require(turnId, "keep a segment", State.GENERATING);
            new Segments(sql).add(turnId, number, segment);
        });
    }

    @Override
    public void clear(long turnId) {
        transactions.change(sql -> {
            new Turns(sql).require(turnId, "clear", State.GENERATING);
            new Segments(sql).clear(turnId);
        });
    }

    @Override
    public Turn putBack(long turnId) {
        return transactions.run(sql -> {
            Turns turns = new Turns(sql);
            Turn turn = turns.require(turnId, "put back", State.GENERATING);
            new Segments(sql).clear(turnId);
            turns.putBack(turnId);
            if (turn.kind() == Kind.REPLY) {
                turns.displace(turnId);
                new Replies(sql).remove(turn.replyId());
                turns.joinLater(turn);
            }
            return turns.get(turnId);
        });
    }

    @Override
    public Turn answer(long turnId, boolean cut, Optional<Completion> cost) {
        return transactions.run(sql -> {
            Turns turns = new Turns(sql);
            Replies replies = new Replies(sql);
            Turn turn = turns.require(turnId, "answer", State.GENERATING);
            long reply = turn.replyId();
            int swipe = turn.kind() == Kind.RETRY ? replies.swipes(reply) : replies.selected(reply);
            replies.say(reply, swipe);
            turns.answer(turnId, swipe, cut);
            cost.ifPresent(known -> turns.cost(turnId, known));
            new Sessions(sql).steer(turn.sessionId(), Optional.empty());
            return turns.get(turnId);
        });
    }

    @Override
    public void end(long turnId, State state, Optional<UserNotice> why) {
        if (state.open()) {
            throw new IllegalArgumentException(state + " is not an end");
        }
        transactions.change(sql -> {
            Turns turns = new Turns(sql);
            if (turns.get(turnId).state().open()) {
                if (state == State.POSTED) {
                    turns.require(turnId, "end as posted", State.ANSWERED);
                }
                turns.end(turnId, state, why);
            }
        });
    }

    @Override
    public List<Long> cancelAll(long sessionId) {
        return transactions.run(sql -> new Turns(sql).cancelAll(sessionId));
    }

    @Override
    public Optional<Reply> lastReply(long sessionId) {
        return transactions.run(sql -> {
            Replies replies = new Replies(sql);
            return replies.find(replies.last(sessionId));
        });
    }

    @Override
    public Optional<Reply> reply(long sessionId, long turnId) {
        return transactions.run(sql -> new Turns(sql)
                .find(turnId)
                .filter(turn -> turn.sessionId() == sessionId)
                .flatMap(turn -> new Replies(sql).said(turn.replyId())));
    }

    @Override
    public int after(long sessionId, long utteranceId) {
        return transactions.run(
                sql -> new Undo(sql).after(sessionId, utteranceId).size());
    }

    @Override
    public List<MessageRef> rewind(long sessionId, long utteranceId) {
        return transactions.run(sql -> new Undo(sql).rewind(sessionId, utteranceId));
    }

    @Override
    public List<MessageRef> strike(long sessionId, long utteranceId) {
        return transactions.run(sql -> new Undo(sql).strike(sessionId, utteranceId));
    }

    @Override
    public Optional<Reply> amend(long sessionId, long utteranceId, List<Segment> segments, Instant at) {
        return transactions.run(sql -> {
            Replies replies = new Replies(sql);
            Session session = new Sessions(sql).get(sessionId);
            if (replies.said(utteranceId).isEmpty() || replies.busy(utteranceId)) {
                return Optional.empty();
            }
            long turn = replies.again(session, utteranceId, Kind.RETRY, at);
            new Segments(sql).add(turn, segments);
            int swipe = replies.swipes(utteranceId);
            replies.say(utteranceId, swipe);
            Turns turns = new Turns(sql);
            turns.answer(turn, swipe, false);
            turns.end(turn, State.POSTED, Optional.empty());
            return replies.find(utteranceId);
        });
    }

    @Override
    public Optional<Reply> select(long sessionId, long utteranceId, int swipe) {
        return transactions.run(sql -> {
            Replies replies = new Replies(sql);
            boolean possible = replies.last(sessionId) == utteranceId && replies.select(utteranceId, swipe);
            return possible ? replies.find(utteranceId) : Optional.empty();
        });
    }

    @Override
    public Set<Speaker> askers(long sessionId) {
        return transactions.run(sql -> {
            Replies replies = new Replies(sql);
            return replies.askers(sessionId, replies.last(sessionId));
        });
    }

    @Override
    public Set<Speaker> askers(long sessionId, long utteranceId) {
        return transactions.run(sql -> new Replies(sql).askers(sessionId, utteranceId));
    }

    @Override
    public Optional<List<MessageRef>> undo(Session session) {
        return transactions.run(sql -> new Undo(sql).last(session.id()));
    }
}
