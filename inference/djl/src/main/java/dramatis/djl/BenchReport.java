package dramatis.djl;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How fast an engine is here and now: the medians of a few rounds.
 *
 * @param model its name
 * @param promptTokens of the prompt that was read
 * @param newTokens of the text that was written
 * @param decodeTokensPerSecond tokens written a second, one conversation at a time
 * @param prefillTokensPerSecond tokens read a second
 * @param firstTokenCold from the question to the first token, with nothing of the prompt kept
 * @param firstTokenWarm the same where all but the last turn was kept
 */
public record BenchReport(
        String model,
        int promptTokens,
        int newTokens,
        double decodeTokensPerSecond,
        double prefillTokensPerSecond,
        Duration firstTokenCold,
        Duration firstTokenWarm) {

    public BenchReport {
        requireNonNull(model, "model");
        requireNonNull(firstTokenCold, "firstTokenCold");
        requireNonNull(firstTokenWarm, "firstTokenWarm");
    }
}
