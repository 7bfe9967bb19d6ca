package dramatis.app;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dramatis.console.Backstage;
import dramatis.message.ConversationRef;
import dramatis.message.Segment;
import dramatis.message.Speaker;
import dramatis.message.Utterance;
import dramatis.persona.Persona;
import dramatis.session.Session;
import dramatis.session.SessionManager;
import dramatis.session.SessionStore;
import dramatis.turn.Turn;
import dramatis.turn.TurnStore;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Tells the console what it must know, from the stores. */
final class ConsoleBackstage implements Backstage {
    private final ConversationRef conversation;
    private final SessionManager sessions;
    private final SessionStore sessionStore;
    private final TurnStore turns;

    ConsoleBackstage(
            ConversationRef conversation, SessionManager sessions, SessionStore sessionStore, TurnStore turns) {
        this.conversation = requireNonNull(conversation, "conversation");
        this.sessions = requireNonNull(sessions, "sessions");
        this.sessionStore = requireNonNull(sessionStore, "sessionStore");
        this.turns = requireNonNull(turns, "turns");
    }

    @Override
    public String character() {
        return sessions.current(conversation)
                .flatMap(sessions::persona)
                .map(Persona::name)
                .orElse("");
    }

    @Override
    public Optional<String> asked(long turnId) {
        return turns.find(turnId)
                .filter(turn -> turn.kind() != Turn.Kind.GREETING)
                .flatMap(turn -> sessionStore.find(turn.sessionId()).map(session -> lines(session, turn)))
                .filter(lines -> !lines.isEmpty());
    }

    /** What was said last before the reply, by whoever is no character. */
    private String lines(Session session, Turn turn) {
        var history = sessionStore.history(session.id(), session.historyFrom(), turn.replyId());
        Deque<String> lines = new ArrayDeque<>();
        for (int i = history.size() - 1; i >= 0 && isPerson(history.get(i)); i--) {
            lines.addFirst(text(history.get(i).segments()));
        }
        return String.join("\n", lines);
    }

    private static boolean isPerson(Utterance utterance) {
        return utterance.speaker().kind() == Speaker.Kind.PERSON;
    }

    private static String text(List<Segment> segments) {
        return segments.stream().map(Segment::text).collect(joining());
    }
}
