package dramatis.app;

import dramatis.Bot;
import dramatis.console.ConsoleOptions;
import dramatis.inference.InferenceEngine;
import dramatis.persona.Quota;
import dramatis.turn.TurnIntake;
import dramatis.turn.TurnPlayer;
import java.time.Duration;
import java.util.Set;

/** Gives the core the settings that it asks for. */
final class Bots {
    /** Between two tries of a model that cannot be reached. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** A script has somebody to tell. */
    private static final Duration BRIEFLY = Duration.ofSeconds(30);

    private Bots() {}

    /**
     * The settings of a bot.
     *
     * @param persona the id of the character that answers where nobody was chosen
     * @param waits whether a turn waits for a model that cannot be reached as long as it is not too old, or half a minute
     */
    static Bot.Settings settings(Settings settings, String persona, InferenceEngine engine, boolean waits) {
        var turns = settings.turns();
        return new Bot.Settings(
                persona,
                Set.of(ConsoleOptions.OWNER),
                settings.model().concurrency(),
                turns.planTokens(),
                new TurnPlayer.Settings(
                        settings.sampling().over(engine.defaultSampling()),
                        turns.maxAge(),
                        waits ? turns.maxAge() : BRIEFLY,
                        PAUSE),
                new TurnIntake.Limits(turns.queueLimit(), turns.textLimit()),
                settings.channel(),
                settings.thoughts(),
                Quota.DEFAULT);
    }
}
