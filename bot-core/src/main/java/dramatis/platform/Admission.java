package dramatis.platform;

import static java.util.Objects.requireNonNull;

import dramatis.message.UserNotice;

/** What became of an event that an adapter handed in. */
public sealed interface Admission {
    /**
     * A turn will answer it.
     *
     * @param turnId the turn
     * @param place how many turns are before it; 0 where it is next
     */
    record Queued(long turnId, int place) implements Admission {}

    /** It is kept for the history before the next reply, and not answered. */
    record Overheard() implements Admission {}

    /** It was taken note of, or is not for the bot, or was handed in before. */
    record Ignored() implements Admission {}

    /** It will not be answered, and the person is told why. */
    record Refused(UserNotice why) implements Admission {
        public Refused {
            requireNonNull(why, "why");
        }
    }

    /** Nothing was kept: the adapter keeps the event and hands it in again later. */
    record Unavailable() implements Admission {}
}
