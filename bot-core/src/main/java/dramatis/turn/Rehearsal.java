package dramatis.turn;

import static java.util.Objects.requireNonNull;

import dramatis.her.Situation;
import dramatis.inference.InferenceEngine;
import dramatis.inference.Sampling;
import dramatis.message.Segment;
import dramatis.message.Speaker;
import dramatis.message.UserRef;
import dramatis.message.Utterance;
import dramatis.persona.Persona;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A talk of one person with one character in memory, without a platform or a store: the library use. For one thread;
 * blocks for as long as the model takes.
 */
public final class Rehearsal {
    private static final int PLAN_TOKENS = 400;

    private final Persona persona;
    private final Situation situation;
    private final Sampling sampling;
    private final ScriptWriter writer;
    private final Actor actor;
    private final List<Utterance> history = new ArrayList<>();

    /** A talk with the sampling that the model's makers advise. */
    public Rehearsal(InferenceEngine engine, Persona persona, String userName) {
        this(engine, persona, userName, engine.defaultSampling());
    }

    public Rehearsal(InferenceEngine engine, Persona persona, String userName, Sampling sampling) {
        this.persona = requireNonNull(persona, "persona");
        this.situation = Situation.with(userName);
        this.sampling = requireNonNull(sampling, "sampling");
        this.writer = new ScriptWriter(engine, sampling.maxTokens());
        this.actor = new Actor(engine, PLAN_TOKENS);
    }

    /**
     * Says something to the character.
     *
     * @return its reply, plan and thoughts included
     * @throws dramatis.inference.EngineException as the engine does; the line is not remembered then
     */
    public List<Segment> say(String line) {
        Utterance said = utterance(
                Speaker.person(new UserRef("rehearsal", situation.user())),
                situation.user(),
                List.of(Segment.speech(line)));
        List<Utterance> now = new ArrayList<>(history);
        now.add(said);
        ScriptWriter.Written written = writer.write(persona, situation, now, List.of(), persona.id());
        List<Segment> reply = new ArrayList<>();
        actor.play(written.script(), sampling, reply::add, () -> false);
        now.add(utterance(Speaker.character(persona.id()), persona.name(), reply));
        history.clear();
        history.addAll(now.subList(written.dropped(), now.size()));
        return List.copyOf(reply);
    }

    private static Utterance utterance(Speaker speaker, String name, List<Segment> segments) {
        return new Utterance(0, speaker, name, segments, Instant.now());
    }
}
