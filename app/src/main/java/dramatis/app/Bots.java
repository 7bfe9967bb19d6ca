package dramatis.app;

import dramatis.Bot;
import dramatis.inference.InferenceEngine;
import dramatis.turn.TurnIntake;
import dramatis.turn.TurnPlayer;

/** Gives the core the settings that it asks for. */
final class Bots {
    private Bots() {}

    /**
     * The settings of a bot.
     *
     * @param persona the id of the character that answers where nobody was chosen
     */
    static Bot.Settings settings(Settings settings, String persona, InferenceEngine engine) {
        var turns = settings.turns();
        return new Bot.Settings(
                persona,
                settings.model().concurrency(),
                turns.planTokens(),
                engine.contextTokens(),
                new TurnPlayer.Settings(settings.sampling().over(engine.defaultSampling()), turns.maxAge()),
                new TurnIntake.Limits(turns.queueLimit(), turns.textLimit()));
    }
}
