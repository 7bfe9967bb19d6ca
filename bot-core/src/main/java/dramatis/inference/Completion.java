package dramatis.inference;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How a generation ended and what it cost.
 *
 * @param finish why it ended
 * @param promptTokens tokens of the whole prompt, the reply's prefix included
 * @param cachedTokens how many of those were already in the KV cache
 * @param newTokens tokens generated
 * @param firstToken from the call until the first new token was known
 * @param total from the call until its end
 */
public record Completion(
        Finish finish, int promptTokens, int cachedTokens, int newTokens, Duration firstToken, Duration total) {
    /** Why a generation ended. */
    public enum Finish {
        /** An end-of-turn token or a stop string. */
        STOP,
        /** The limit on new tokens, or the end of the context. */
        LENGTH,
        /** The sink said that nobody wants the rest. */
        CANCELLED
    }

    public Completion {
        requireNonNull(finish, "finish");
        requireNonNull(firstToken, "firstToken");
        requireNonNull(total, "total");
    }

    /** This one and another that went on from it, as one. */
    public Completion then(Completion next) {
        return new Completion(
                next.finish,
                next.promptTokens,
                cachedTokens,
                newTokens + next.newTokens,
                firstToken,
                total.plus(next.total));
    }
}
