package dramatis.turn;

import static java.util.Objects.requireNonNull;

import dramatis.her.HerParser;
import dramatis.her.HerParser.Options;
import dramatis.her.HerParser.Start;
import dramatis.her.HerReply;
import dramatis.inference.ChatMessage;
import dramatis.inference.Completion;
import dramatis.inference.Completion.Finish;
import dramatis.inference.EngineException;
import dramatis.inference.EngineException.Kind;
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
     * Finds out what the model can do, before a script is written for it.
     *
     * @throws EngineException UNAVAILABLE where it cannot be reached
     */
    void meet() {
        var unused = engine.prefills();
    }

    /**
     * Plays a reply to its end, or until it is stopped; then, what had not closed is dropped.
     *
     * @param segments called on this thread with each new segment as it closes
     * @param stopped asked before every step
     * @return what it took, all requests together
     * @throws EngineException as the engine does; CLOSED where it broke off and nobody had stopped it
     */
    public Completion play(Script script, Sampling sampling, Consumer<Segment> segments, BooleanSupplier stopped) {
        return engine.prefills()
                ? continued(script, sampling, segments, stopped)
                : asked(script, sampling, segments, stopped);
    }

    /** From what stands, or from the opening of a plan. */
    private Completion continued(
            Script script, Sampling sampling, Consumer<Segment> segments, BooleanSupplier stopped) {
        int planBudget = Math.min(planTokens, sampling.maxTokens() / 2);
        Take first = take(script.kept(), script, planBudget, segments, stopped);
        Completion planned = ask(first, script.messages(), script, sampling);
        if (!first.overBudget()) {
            first.finish();
            return planned;
        }
        List<Segment> kept = new ArrayList<>(script.kept());
        Segment plan = first.closedPlan();
        kept.add(plan);
        segments.accept(plan);
        Take second = take(kept, script, planBudget, segments, stopped);
        int left = Math.max(1, sampling.maxTokens() - planned.newTokens());
        Completion spoken = ask(second, script.messages(), script, sampling.withMaxTokens(left));
        second.finish();
        return planned.then(spoken);
    }

    /** As a whole: the model may begin with a plan or not, and nothing can close it but the model. */
    private Completion asked(Script script, Sampling sampling, Consumer<Segment> segments, BooleanSupplier stopped) {
        List<ChatMessage> messages = new ArrayList<>(script.messages());
        messages.addAll(HerReply.asked(script.kept()));
        Take take = new Take("", Start.OPEN, script, Integer.MAX_VALUE, segments, stopped);
        Completion completion = ask(take, messages, script, sampling);
        take.finish();
        return completion;
    }

    private Completion ask(Take take, List<ChatMessage> messages, Script script, Sampling sampling) {
        Completion completion = engine.generate(
                new GenerationRequest(messages, take.prefix, sampling, HerReply.STOPS, script.conversationKey()), take);
        if (completion.finish() == Finish.CANCELLED && !take.cancelled()) {
            // its seat was interrupted: what is half made is made at the next start
            throw new EngineException(Kind.CLOSED, "The generation was broken off.");
        }
        return completion;
    }

    private static Take take(
            List<Segment> kept, Script script, int planBudget, Consumer<Segment> segments, BooleanSupplier stopped) {
        return new Take(HerReply.prefix(kept), HerReply.start(kept), script, planBudget, segments, stopped);
    }

    /** One request to the model. */
    private static final class Take implements TokenSink {
        private final String prefix;
        private final HerParser parser;
        private final int planBudget;
        private final Consumer<Segment> segments;
        private final BooleanSupplier stopped;
        private final StringBuilder hidden = new StringBuilder();
        private int tokens;

        Take(
                String prefix,
                Start start,
                Script script,
                int planBudget,
                Consumer<Segment> segments,
                BooleanSupplier stopped) {
            this.prefix = prefix;
            this.parser = new HerParser(Options.of(start, script.name(), script.others()));
            this.planBudget = planBudget;
            this.segments = segments;
            this.stopped = stopped;
        }

        @Override
        public void onText(String text) {
            tokens++;
            if (!text.isEmpty()) {
                closeHidden();
            }
            parser.accept(text).forEach(segments);
        }

        @Override
        public void onHidden(String text) {
            hidden.append(text);
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

        /** What a server set apart is a plan, whatever it calls it. */
        private void closeHidden() {
            if (!hidden.isEmpty()) {
                segments.accept(Segment.plan(hidden.toString()));
                hidden.setLength(0);
            }
        }

        void finish() {
            if (!stopped.getAsBoolean()) {
                closeHidden();
                parser.finish().forEach(segments);
            }
        }
    }
}
