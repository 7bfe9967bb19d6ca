package dramatis.platform;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How replies appear in a place.
 *
 * @param edits whether messages that stand can be changed: see {@link Delivery.Before}
 * @param streams whether a reply may appear while it is written; else it is posted once it is whole
 * @param pace the least time from one post of a reply to the next; what closes meanwhile is posted together
 */
public record Manner(boolean edits, boolean streams, Duration pace) {
    /** Each segment as it closes, never to be changed: a line printer. */
    public static final Manner PIECES = new Manner(false, true, Duration.ZERO);

    public Manner {
        requireNonNull(pace, "pace");
    }
}
