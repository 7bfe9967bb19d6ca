package dramatis.turn;

import static java.util.Objects.requireNonNull;

import dramatis.her.HerParser;
import dramatis.her.HerParser.Options;
import dramatis.her.HerReply;
import dramatis.inference.Completion;
import dramatis.inference.GenerationRequest;
import dramatis.inference.InferenceEngine;
import dramatis.inference.Sampling;
import dramatis.inference.TokenSink;
import dramatis.message.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Plays one reply: asks the model, and gives its segments out as they close. A plan that runs past its budget is closed
 * for the model, which goes on from there. Safe for use by many threads; blocks for as long as the model takes.
 */
public final class Actor {
    private final InferenceEngine engine;
    private final int planTokens;

    /** @param planTokens the budget of a plan, if that leaves half of the reply's tokens for the rest */
    public Actor(InferenceEngine engine, int planTokens) {
        this.engine = requireNonNull(engine, "engine");
        this.planTokens = planTokens;
    }

    /**
     * Plays a reply to its end, or until it is stopped; then, what had not closed is dropped.
     *
     * @param segments called on this thread with each new segment as it closes
     * @param stopped asked before every step
     * @return what it took, all requests together
     * @throws dramatis.inference.EngineException as the engine does
     */
    public Completion play(Script script, Sampling sampling, Consumer<Segment> segments, BooleanSupplier stopped) {
        int planBudget = Math.min(planTokens, sampling.maxTokens() / 2);
        Take first = new Take(script.kept(), script, planBudget, segments, stopped);
        Completion planned = ask(first, script, sampling);
        if (!first.overBudget()) {
            first.finish();
            return planned;
        }
        List<Segment> kept = new ArrayList<>(script.kept());
        Segment plan = first.closedPlan();
        kept.add(plan);
        segments.accept(plan);
        Take second = new Take(kept, script, planBudget, segments, stopped);
        int left = Math.max(1, sampling.maxTokens() - planned.newTokens());
        Completion spoken = ask(second, script, sampling.withMaxTokens(left));
        second.finish();
        return planned.then(spoken);
    }

    private Completion ask(Take take, Script script, Sampling sampling) {
        return engine.generate(
                new GenerationRequest(
                        script.messages(), take.prefix, sampling, HerReply.STOPS, script.conversationKey()),
                take);
    }

    /** One request to the model. */
    private static final class Take implements TokenSink {
        private final String prefix;
        private final HerParser parser;
        private final int planBudget;
        private final Consumer<Segment> segments;
        private final BooleanSupplier stopped;
        private int tokens;

        Take(List<Segment> kept, Script script, int planBudget, Consumer<Segment> segments, BooleanSupplier stopped) {
            this.prefix = HerReply.prefix(kept);
            this.parser = new HerParser(Options.of(HerReply.start(kept), script.name(), script.others()));
            this.planBudget = planBudget;
            this.segments = segments;
            this.stopped = stopped;
        }

        @Override
        public void onText(String text) {
            tokens++;
            parser.accept(text).forEach(segments);
        }

        @Override
        public boolean cancelled() {
            return parser.ended() || overBudget() || stopped.getAsBoolean();
        }

        boolean overBudget() {
            return parser.inPlan() && tokens > planBudget;
        }

        Segment closedPlan() {
            return Segment.plan(parser.planSoFar());
        }

        void finish() {
            if (!stopped.getAsBoolean()) {
                parser.finish().forEach(segments);
            }
        }
    }
}
