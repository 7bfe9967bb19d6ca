package dramatis.app;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * The limits of turns.
 *
 * @param planTokens after so many tokens a plan is closed for the model
 * @param queueLimit how many turns may wait
 * @param textLimit how many characters a message may have
 * @param maxAge open turns older than this are closed, not answered
 */
record TurnSettings(int planTokens, int queueLimit, int textLimit, Duration maxAge) {
    TurnSettings {
        requireNonNull(maxAge, "maxAge");
    }

    static TurnSettings of(Values values) {
        return new TurnSettings(
                values.number(Key.PLAN_TOKENS, 1, 100_000),
                values.number(Key.QUEUE_LIMIT, 1, 100_000),
                values.number(Key.TEXT_LIMIT, 1, 1_000_000),
                values.duration(Key.TURN_MAX_AGE));
    }
}
