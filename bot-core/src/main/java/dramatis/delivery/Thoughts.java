package dramatis.delivery;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where the characters' thoughts go on a platform.
 *
 * @param mode where to
 * @param channelId with {@link Mode#CHANNEL} the channel, closed to everybody but the owner
 */
public record Thoughts(Mode mode, Optional<String> channelId) {
    /** Nowhere. */
    public static final Thoughts OFF = new Thoughts(Mode.OFF, Optional.empty());

    /** To the owner's private chat. */
    public static final Thoughts DM = new Thoughts(Mode.DM, Optional.empty());

    /** The ways. */
    public enum Mode {
        OFF,
        DM,
        CHANNEL
    }

    public Thoughts {
        requireNonNull(mode, "mode");
        requireNonNull(channelId, "channelId");
        if ((mode == Mode.CHANNEL) != channelId.isPresent()) {
            throw new IllegalArgumentException("a channel belongs to the mode CHANNEL, and to no other");
        }
    }

    public static Thoughts in(String channelId) {
        return new Thoughts(Mode.CHANNEL, Optional.of(channelId));
    }
}
