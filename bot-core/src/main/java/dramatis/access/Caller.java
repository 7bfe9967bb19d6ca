package dramatis.access;

import static java.util.Objects.requireNonNull;

import dramatis.message.Place;
import dramatis.message.UserRef;

/**
 * Somebody who asks for something.
 *
 * @param user who
 * @param place where
 * @param inPrivate whether they are alone with the bot there
 * @param rights what the platform lets them do there
 */
public record Caller(UserRef user, Place place, boolean inPrivate, Rights rights) {
    public Caller {
        requireNonNull(user, "user");
        requireNonNull(place, "place");
        requireNonNull(rights, "rights");
    }

    /** Somebody alone with the bot. */
    public static Caller inPrivate(UserRef user, Place place) {
        return new Caller(user, place, true, () -> false);
    }
}
