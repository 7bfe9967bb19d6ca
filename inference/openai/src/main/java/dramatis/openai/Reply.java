package dramatis.openai;

import dramatis.inference.Completion;
import dramatis.inference.Completion.Finish;
import dramatis.inference.StopGate;
import dramatis.inference.TokenSink;
import dramatis.openai.Chunk.Cost;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A reply as it comes, on its caller's thread: what the sink gets, and what it took. */
final class Reply {
    private final TokenSink sink;
    private final StopGate gate;
    private final long started = System.nanoTime();
    private Optional<Finish> finish = Optional.empty();
    private Optional<Cost> cost = Optional.empty();
    private long firstAt;
    private int tokens;
    private int hiddenTokens;
    private boolean shown;

    Reply(TokenSink sink, List<String> stops) {
        this.sink = sink;
        gate = new StopGate(stops);
    }

    void take(Chunk chunk) {
        chunk.hidden().ifPresent(text -> {
            count();
            hiddenTokens++;
            sink.onHidden(text);
        });
        chunk.text().ifPresent(this::show);
        chunk.finish().ifPresent(why -> end(why.equals("length") ? Finish.LENGTH : Finish.STOP));
        chunk.cost().ifPresent(it -> cost = Optional.of(it));
    }

    private void show(String text) {
        count();
        String free = gate.push(text);
        shown |= !text.isBlank();
        sink.onText(free);
        if (gate.stopped()) {
            end(Finish.STOP);
        }
    }

    private void count() {
        if (tokens++ == 0) {
            firstAt = System.nanoTime();
        }
    }

    void end(Finish why) {
        if (finish.isEmpty()) {
            finish = Optional.of(why);
        }
    }

    /** How it ended, if it has. */
    Optional<Finish> finish() {
        return finish;
    }

    /** Whether nothing more of it can be of use: a stop string has ended it here, whatever the server thinks. */
    boolean stopped() {
        return gate.stopped();
    }

    /** How many tokens came, those that are set apart too. */
    int tokens() {
        return tokens;
    }

    boolean onlyReasoned() {
        return hiddenTokens > 0 && !shown;
    }

    /** What has passed since generate was called. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** The reply's end for its caller: what was held goes out, if anybody wants it. */
    Completion complete(Finish why, int promptTokens) {
        String rest = why == Finish.CANCELLED ? "" : gate.flush();
        if (!rest.isEmpty()) {
            sink.onText(rest);
        }
        Duration total = age();
        Duration first = tokens > 0 ? Duration.ofNanos(firstAt - started) : total;
        Cost took = cost.orElse(new Cost(promptTokens, 0, tokens));
        return new Completion(why, took.prompt(), took.cached(), took.reply(), first, total);
    }
}
