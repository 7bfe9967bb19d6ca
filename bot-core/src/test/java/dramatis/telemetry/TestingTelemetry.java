package dramatis.telemetry;

import dramatis.inference.Completion;
import dramatis.inference.EngineException;
import dramatis.platform.Receipt;
import dramatis.platform.TurnWatcher.Phase;
import dramatis.turn.Turn;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is told, as words. Safe for use by many threads. */
public final class TestingTelemetry implements Telemetry {
    private final List<String> turns = new CopyOnWriteArrayList<>();
    private final List<String> posts = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<EngineException.Kind> failures = new CopyOnWriteArrayList<>();
    private final List<Completion> completions = new CopyOnWriteArrayList<>();

    /** What became of turns, each as its kind and where it is: {@code REPLY admitted}. */
    public List<String> turns() {
        return List.copyOf(turns);
    }

    /** The classes of all receipts. */
    public List<String> posts() {
        return List.copyOf(posts);
    }

    /** What was asked for, each as its name and its outcome. */
    public List<String> commands() {
        return List.copyOf(commands);
    }

    public List<EngineException.Kind> failures() {
        return List.copyOf(failures);
    }

    public List<Completion> completions() {
        return List.copyOf(completions);
    }

    @Override
    public void admitted(Turn turn) {
        turns.add(turn.kind() + " admitted");
    }

    @Override
    public void came(Turn turn, Phase phase) {
        turns.add(turn.kind() + " " + phase);
    }

    @Override
    public void ran(String name, Outcome outcome) {
        commands.add(name + " " + outcome);
    }

    @Override
    public void generated(Completion completion) {
        completions.add(completion);
    }

    @Override
    public void engineFailed(EngineException.Kind kind) {
        failures.add(kind);
    }

    @Override
    public void posted(long turnId, Receipt receipt) {
        posts.add(receipt.getClass().getSimpleName());
    }
}
