package dramatis.telemetry;

import dramatis.command.CommandMeter;
import dramatis.inference.Completion;
import dramatis.inference.EngineException;
import dramatis.platform.Receipt;
import dramatis.turn.TurnMeter;

/**
 * Is told of what a bot does, for figures. Called by many threads, on the way of a message: must be quick, wait for
 * nothing and throw nothing.
 */
public interface Telemetry extends TurnMeter, CommandMeter {
    /** Nobody looks. */
    Telemetry NONE = new Telemetry() {};

    /** The model was asked, and this is what it took; a reply whose plan was closed for the model takes two. */
    default void generated(Completion completion) {}

    /** The model failed, or could not be reached: each try counts. */
    default void engineFailed(EngineException.Kind kind) {}

    /** One attempt to post a piece of a turn came to this. */
    default void posted(long turnId, Receipt receipt) {}
}
