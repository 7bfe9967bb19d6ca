package dramatis.turn;

import static java.util.Objects.requireNonNull;

import dramatis.her.HerPrompt;
import dramatis.her.Situation;
import dramatis.message.Segment;
import dramatis.message.Utterance;
import dramatis.persona.Persona;
import dramatis.session.Session;
import dramatis.session.SessionStore;
import dramatis.turn.ScriptWriter.Written;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives a turn its script, from what the stores know of its session. Safe for use by many threads. */
public final class Prompter {
    private final ScriptWriter writer;
    private final SessionStore sessions;
    private final TurnStore turns;

    public Prompter(ScriptWriter writer, SessionStore sessions, TurnStore turns) {
        this.writer = requireNonNull(writer, "writer");
        this.sessions = requireNonNull(sessions, "sessions");
        this.turns = requireNonNull(turns, "turns");
    }

    /** The system prompt of a session. */
    public String systemPrompt(Session session, Persona persona) {
        return writer.systemPrompt(persona, situation(session));
    }

    /**
     * The script of a turn that was begun. Where history had to be left out, it stays out: later scripts begin with the
     * same front.
     *
     * @throws dramatis.inference.EngineException of the kind TOO_LONG, where the newest message does not fit
     */
    Script script(Turn turn, Session session, Persona persona) {
        List<Utterance> history = sessions.history(session.id(), session.historyFrom(), turn.replyId());
        String key = session.conversation() + "#" + session.id();
        Written written = writer.write(persona, situation(session), history, kept(turn, session), key);
        if (written.dropped() > 0) {
            sessions.historyFrom(session.id(), history.get(written.dropped()).id());
        }
        return sessions.steering(session.id())
                .map(line -> written.script().steered(HerPrompt.direction(persona.name(), line)))
                .orElse(written.script());
    }

    private List<Segment> kept(Turn turn, Session session) {
        Stream<Segment> before = turn.kind() == Turn.Kind.CONTINUE
                ? turns.lastReply(session.id()).stream().flatMap(reply -> reply.segments().stream())
                : Stream.empty();
        return Stream.concat(before, turn.segments().stream()).toList();
    }

    private static Situation situation(Session session) {
        return new Situation(session.userName(), Optional.of(session.userProfile()), session.scene(), Map.of(), true);
    }
}
