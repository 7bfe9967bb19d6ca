package dramatis.djl;

import dramatis.inference.Completion;
import dramatis.inference.Completion.Finish;
import dramatis.inference.EngineException;
import dramatis.inference.GenerationRequest;
import dramatis.inference.StopGate;
import dramatis.inference.TokenSink;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;

/** One reply in the making, on its caller's thread. */
final class Generation {
    private final TokenSink sink;
    private final int[] prompt;
    private final Set<Integer> ends;
    private final int mostTokens;
    private final Sampler sampler;
    private final TextStream text;
    private final StopGate gate;
    private final long started = System.nanoTime();
    private long firstAt;
    private int newTokens;

    /**
     * A reply to a prompt.
     *
     * @param ends tokens that end it
     * @param context the longest prompt and reply together
     */
    Generation(
            GenerationRequest request,
            TokenSink sink,
            int[] prompt,
            ChatTokenizer tokenizer,
            Set<Integer> ends,
            int context) {
        this.sink = sink;
        this.prompt = prompt;
        this.ends = ends;
        mostTokens = Math.min(request.sampling().maxTokens(), context - prompt.length);
        sampler = new Sampler(request.sampling(), prompt);
        text = new TextStream(tokenizer, prompt);
        gate = new StopGate(request.stops());
    }

    /** Reads the prompt and makes the reply. */
    Completion complete(Sequence sequence) {
        int cached = sequence.begin(prompt);
        Finish finish = makeUnlessClosed(sequence, Arrays.copyOfRange(prompt, cached, prompt.length));
        if (finish != Finish.CANCELLED) {
            flush();
        }
        long now = System.nanoTime();
        Duration first = Duration.ofNanos((newTokens > 0 ? firstAt : now) - started);
        return new Completion(finish, prompt.length, cached, newTokens, first, Duration.ofNanos(now - started));
    }

    /** An engine that is closed meanwhile cancels what runs. */
    private Finish makeUnlessClosed(Sequence sequence, int[] unread) {
        try {
            return make(sequence, unread);
        } catch (EngineException e) {
            if (e.kind() == EngineException.Kind.CLOSED) {
                return Finish.CANCELLED;
            }
            throw e;
        }
    }

    private Finish make(Sequence sequence, int[] unread) {
        boolean wanted = sequence.read(unread);
        while (wanted) {
            int id = sampler.next(sequence.logits());
            if (newTokens == 0) {
                firstAt = System.nanoTime();
            }
            if (ends.contains(id)) {
                return Finish.STOP;
            }
            newTokens++;
            sink.onText(gate.push(text.push(id)));
            if (gate.stopped()) {
                return Finish.STOP;
            }
            if (newTokens == mostTokens) {
                return Finish.LENGTH;
            }
            wanted = sequence.read(id);
        }
        return Finish.CANCELLED;
    }

    private void flush() {
        String rest = gate.push(text.flush()) + gate.flush();
        if (!rest.isEmpty()) {
            sink.onText(rest);
        }
    }
}
