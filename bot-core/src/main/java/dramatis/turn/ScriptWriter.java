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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes scripts that fit a model's context: the system prompt stays, history leaves its front in blocks. Safe for use
 * by many threads.
 */
public final class ScriptWriter {
    private final InferenceEngine engine;
    private final int replyTokens;

    /** @param replyTokens what is kept free of the context for the reply, up to half of it */
    public ScriptWriter(InferenceEngine engine, int replyTokens) {
        this.engine = requireNonNull(engine, "engine");
        this.replyTokens = replyTokens;
    }

    /**
     * A script with the end of a history.
     *
     * @param script what the actor plays
     * @param dropped how many utterances at the front of the history it leaves out
     */
    public record Written(Script script, int dropped) {}

    /**
     * Writes a script.
     *
     * @param history what was said, oldest first; none of it is older than what an earlier script began with
     * @param kept what stands of the reply already
     * @param key the conversation's, for the engine's cache
     * @throws EngineException of the kind TOO_LONG, where the newest utterance does not fit
     */
    public Written write(
            Persona persona, Situation situation, List<Utterance> history, List<Segment> kept, String key) {
        ChatMessage system = ChatMessage.system(systemPrompt(persona, situation));
        int room = budget() - tokens(system) - tokens(ChatMessage.assistant(HerReply.prefix(kept)));
        Speaker self = Speaker.character(persona.id());
        List<String> names = List.of(situation.user(), persona.name());
        int dropped = dropped(history, self, names, room);
        List<Utterance> remembered = history.subList(dropped, history.size());
        List<ChatMessage> messages = new ArrayList<>(List.of(system));
        messages.addAll(History.project(remembered, self, names));
        return new Written(
                new Script(messages, persona.name(), others(persona, situation, remembered), kept, key), dropped);
    }

    /** The system prompt; examples are left out where it would take more than half of the room. */
    public String systemPrompt(Persona persona, Situation situation) {
        String full = HerPrompt.card(persona, situation);
        boolean fits = tokens(ChatMessage.system(full)) <= budget() / 2;
        return fits ? full : HerPrompt.card(persona, situation.withoutExamples());
    }

    /** How many tokens a prompt may have. */
    private int budget() {
        int context = engine.contextTokens();
        return context - Math.min(replyTokens, context / 2);
    }

    private int dropped(List<Utterance> history, Speaker self, List<String> names, int room) {
        List<Integer> counts = history.stream()
                .map(said -> History.message(said, self, names))
                .map(message -> message.map(this::tokens).orElse(0))
                .toList();
        return HistoryWindow.start(counts, 0, room)
                .orElseThrow(() -> new EngineException(
                        EngineException.Kind.TOO_LONG, "the newest message does not fit into the context"));
    }

    private int tokens(ChatMessage message) {
        return engine.countTokens(message);
    }

    private static List<String> others(Persona persona, Situation situation, List<Utterance> history) {
        return Stream.concat(Stream.of(situation.user()), history.stream().map(Utterance::name))
                .filter(name -> !name.equals(persona.name()))
                .distinct()
                .toList();
    }
}
