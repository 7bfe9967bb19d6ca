package dramatis.turn;

import static java.util.Objects.requireNonNull;

import dramatis.her.HerPrompt;
import dramatis.her.HerReply;
import dramatis.her.History;
import dramatis.her.HistoryWindow;
import dramatis.her.Situation;
import dramatis.inference.ChatMessage;
import dramatis.inference.EngineException;
import dramatis.inference.InferenceEngine;
import dramatis.message.Segment;
import dramatis.message.Speaker;
import dramatis.message.Utterance;
import dramatis.persona.Persona;
import dramatis.session.Session;
import dramatis.session.SessionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes the script of a turn: the system prompt, as much of the history as fits, and what stands of the reply already.
 * The front stays the same from turn to turn; history leaves it in blocks. Safe for use by many threads.
 */
public final class Prompter {
    private final InferenceEngine engine;
    private final SessionStore sessions;
    private final TurnStore turns;
    private final Budget budget;

    /**
     * The tokens of a prompt.
     *
     * @param context of prompt and reply together
     * @param reply kept free for the reply
     */
    public record Budget(int context, int reply) {
        int prompt() {
            return context - reply;
        }
    }

    public Prompter(InferenceEngine engine, SessionStore sessions, TurnStore turns, Budget budget) {
        this.engine = requireNonNull(engine, "engine");
        this.sessions = requireNonNull(sessions, "sessions");
        this.turns = requireNonNull(turns, "turns");
        this.budget = requireNonNull(budget, "budget");
    }

    /**
     * The script of a turn that was begun.
     *
     * @throws EngineException of the kind TOO_LONG, where the newest message does not fit
     */
    Script script(Turn turn, Session session, Persona persona) {
        List<Segment> kept = kept(turn, session);
        ChatMessage system = ChatMessage.system(systemPrompt(session, persona));
        int room = budget.prompt() - tokens(system) - tokens(ChatMessage.assistant(HerReply.prefix(kept)));
        List<Utterance> history = fitting(turn, session, persona, room);
        List<ChatMessage> messages = new ArrayList<>();
        messages.add(system);
        messages.addAll(History.project(history, Speaker.character(persona.id()), names(session, persona)));
        return new Script(
                messages,
                persona.name(),
                others(session, persona, history),
                kept,
                session.conversation() + "#" + session.id());
    }

    /** The system prompt of a session; examples are left out where it would take more than half of the room. */
    public String systemPrompt(Session session, Persona persona) {
        Situation situation =
                new Situation(session.userName(), Optional.of(session.userProfile()), session.scene(), Map.of(), true);
        String full = HerPrompt.card(persona, situation);
        return tokens(ChatMessage.system(full)) <= budget.prompt() / 2
                ? full
                : HerPrompt.card(persona, situation.withoutExamples());
    }

    private List<Segment> kept(Turn turn, Session session) {
        Stream<Segment> before = turn.kind() == Turn.Kind.CONTINUE
                ? turns.lastReply(session.id()).stream().flatMap(reply -> reply.segments().stream())
                : Stream.empty();
        return Stream.concat(before, turn.segments().stream()).toList();
    }

    private List<Utterance> fitting(Turn turn, Session session, Persona persona, int room) {
        List<Utterance> history = sessions.history(session.id(), session.historyFrom(), turn.replyId());
        Speaker viewer = Speaker.character(persona.id());
        List<Integer> counts = history.stream()
                .map(said -> History.message(said, viewer, names(session, persona))
                        .map(this::tokens)
                        .orElse(0))
                .toList();
        int start = HistoryWindow.start(counts, 0, room).orElseThrow(Prompter::tooLong);
        if (start > 0) {
            sessions.historyFrom(session.id(), history.get(start).id());
        }
        return history.subList(start, history.size());
    }

    private static List<String> names(Session session, Persona persona) {
        return List.of(session.userName(), persona.name());
    }

    private int tokens(ChatMessage message) {
        return engine.countTokens(message);
    }

    private static List<String> others(Session session, Persona persona, List<Utterance> history) {
        return Stream.concat(Stream.of(session.userName()), history.stream().map(Utterance::name))
                .filter(name -> !name.equals(persona.name()))
                .distinct()
                .toList();
    }

    private static EngineException tooLong() {
        return new EngineException(EngineException.Kind.TOO_LONG, "the newest message does not fit into the context");
    }
}
