package dramatis.access;

import static java.util.Objects.requireNonNull;

import dramatis.message.UserRef;
import java.time.Instant;

/**
 * What an admin made of somebody in a place.
 *
 * @param user who
 * @param role {@link Role#MANAGER} or {@link Role#BLOCKED}
 * @param by who made it so
 * @param at when
 */
public record Grant(UserRef user, Role role, UserRef by, Instant at) {
    public Grant {
        requireNonNull(user, "user");
        requireNonNull(by, "by");
        requireNonNull(at, "at");
        if (role != Role.MANAGER && role != Role.BLOCKED) {
            throw new IllegalArgumentException(role + " cannot be granted");
        }
    }
}
