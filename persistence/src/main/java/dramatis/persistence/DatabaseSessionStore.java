package dramatis.persistence;

import dramatis.message.ConversationRef;
import dramatis.message.InboundMessage;
import dramatis.message.MessageRef;
import dramatis.message.Place;
import dramatis.message.Utterance;
import dramatis.session.Session;
import dramatis.session.SessionKey;
import dramatis.session.SessionStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class DatabaseSessionStore implements SessionStore {
    private final Transactions transactions;

    DatabaseSessionStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Session> current(SessionKey key) {
        return transactions.run(sql -> new Conversations(sql).find(key).flatMap(new Sessions(sql)::current));
    }

    @Override
    public List<Session> playing(ConversationRef place) {
        return transactions.run(sql -> new Conversations(sql)
                .all(place).stream()
                        .flatMap(conversation -> new Sessions(sql).current(conversation).stream())
                        .toList());
    }

    @Override
    public Optional<Session> find(long sessionId) {
        return transactions.run(sql -> new Sessions(sql).find(sessionId));
    }

    @Override
    public Opened open(Opening opening) {
        return transactions.run(sql -> {
            Sessions sessions = new Sessions(sql);
            long conversation = new Conversations(sql).key(opening.key());
            Optional<Session> earlier = sessions.earlier(conversation, opening.personaId());
            Session session = earlier.orElseGet(() -> sessions.add(conversation, opening));
            if (opening.chosen() && !session.chosen()) {
                sessions.choose(session.id());
            }
            sessions.select(conversation, session.id());
            return new Opened(sessions.get(session.id()), earlier.isEmpty());
        });
    }

    @Override
    public void close(long sessionId) {
        transactions.change(sql -> new Sessions(sql).close(sessionId));
    }

    @Override
    public Session restart(long sessionId, Instant at) {
        return transactions.run(sql -> {
            new Sessions(sql).close(sessionId);
            Session next = new Sessions(sql).restart(sessionId, at);
            new People(sql).introduce(next.id());
            return new Sessions(sql).get(next.id());
        });
    }

    @Override
    public Optional<Session> reopen(Session instead) {
        return transactions.run(sql -> {
            long conversation = new Conversations(sql).key(instead.key());
            Sessions sessions = new Sessions(sql);
            Optional<Session> earlier = sessions.closedBefore(conversation, instead);
            earlier.ifPresent(session -> {
                sessions.discard(instead.id());
                sessions.reopen(session.id());
                sessions.select(conversation, session.id());
            });
            return earlier;
        });
    }

    @Override
    public Session scene(long sessionId, Optional<String> scene) {
        return transactions.run(sql -> new Sessions(sql).scene(sessionId, scene));
    }

    @Override
    public void steer(long sessionId, Optional<String> line) {
        transactions.change(sql -> new Sessions(sql).steer(sessionId, line));
    }

    @Override
    public Optional<String> steering(long sessionId) {
        return transactions.run(sql -> new Sessions(sql).steering(sessionId));
    }

    @Override
    public Session historyFrom(long sessionId, long utteranceId) {
        return transactions.run(sql -> new Sessions(sql).historyFrom(sessionId, utteranceId));
    }

    @Override
    public List<Utterance> history(long sessionId, long from, long before) {
        return transactions.run(sql -> new History(sql).read(sessionId, from, before));
    }

    @Override
    public void edit(MessageRef message, String text) {
        transactions.change(sql -> {
            new Messages(sql).edit(message, text);
            new Overheard(sql).edit(message, text);
        });
    }

    @Override
    public void delete(MessageRef message) {
        transactions.change(sql -> {
            new Messages(sql).delete(message);
            new Overheard(sql).delete(message);
        });
    }

    @Override
    public boolean replace(MessageRef before, InboundMessage message) {
        return transactions.run(
                sql -> new Messages(sql).replace(before, message) || new Overheard(sql).replace(before, message));
    }

    @Override
    public void overhear(Session session, InboundMessage message) {
        transactions.change(sql -> {
            if (!new Messages(sql).taken(message.ref()) && !new Wishes(sql).forbid(message)) {
                new Overheard(sql).add(session.id(), message);
            }
        });
    }

    @Override
    public List<MessageRef> lastHeard(String platform, Instant since) {
        return transactions.run(sql -> new History(sql).lastHeard(platform, since));
    }

    @Override
    public List<Long> leave(Place place, Instant at) {
        return transactions.run(sql -> new LeftPlaces(sql).leave(place, at));
    }

    @Override
    public void join(Place place) {
        transactions.change(sql -> new LeftPlaces(sql).join(place));
    }

    @Override
    public void move(ConversationRef from, ConversationRef to) {
        transactions.change(sql -> new Conversations(sql).move(from, to));
    }
}
