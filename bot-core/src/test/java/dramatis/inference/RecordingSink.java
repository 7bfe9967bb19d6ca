package dramatis.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Keeps what an engine says. May be told to cancel or to fail after so many tokens. */
public final class RecordingSink implements TokenSink {
    private final List<String> pieces = new ArrayList<>();
    private final Thread caller = Thread.currentThread();
    private final IntPredicate cancelAt;
    private boolean strayed;

    public RecordingSink() {
        this(pieces -> false);
    }

    /** A sink that is cancelled when this holds for the number of pieces it has taken. */
    public RecordingSink(IntPredicate cancelAt) {
        this.cancelAt = cancelAt;
    }

    @Override
    public void onText(String text) {
        strayed |= Thread.currentThread() != caller;
        pieces.add(text);
    }

    @Override
    public boolean cancelled() {
        strayed |= Thread.currentThread() != caller;
        return cancelAt.test(pieces.size());
    }

    public String text() {
        return String.join("", pieces);
    }

    public List<String> pieces() {
        return pieces;
    }

    /** Whether it was ever called on a thread other than the one that made it. */
    public boolean strayed() {
        return strayed;
    }
}
