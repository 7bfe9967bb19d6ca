package dramatis.turn;

import dramatis.platform.TurnWatcher.Phase;

/**
 * Is told of every turn's way, for figures. Called by many threads, on the way of a message: must be quick, wait for
 * nothing and throw nothing.
 */
public interface TurnMeter {
    /** Nobody looks. */
    TurnMeter NONE = new TurnMeter() {};

    /** A turn is lined up, or a greeting is to be posted: a new one, or one that an earlier process left open. */
    default void admitted(Turn turn) {}

    /**
     * A turn has come so far; a {@link Phase#last last} phase is its end. A reply that broke off ends as failed, though
     * what there is of it was posted.
     */
    default void came(Turn turn, Phase phase) {}
}
