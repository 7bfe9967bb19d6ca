package dramatis.access;

import static java.util.Objects.requireNonNull;

import dramatis.message.Place;
import dramatis.message.UserRef;
import java.time.Instant;
import java.util.Locale;

/**
 * Who changed what. Holds no text of any chat.
 *
 * @param place where
 * @param by who
 * @param what the name of the command or action
 * @param subject what was changed: an id, or a user's key; empty where the action says it all
 * @param at when
 */
public record AuditEntry(Place place, UserRef by, String what, String subject, Instant at) {
    public AuditEntry {
        requireNonNull(place, "place");
        requireNonNull(by, "by");
        requireNonNull(what, "what");
        requireNonNull(subject, "subject");
        requireNonNull(at, "at");
    }

    /** Somebody was made something. */
    public static AuditEntry added(Place place, Grant grant) {
        return of(place, "add", grant);
    }

    /** That was taken back. */
    public static AuditEntry removed(Place place, Grant grant) {
        return of(place, "remove", grant);
    }

    private static AuditEntry of(Place place, String verb, Grant grant) {
        String what = grant.role().name().toLowerCase(Locale.ROOT) + " " + verb;
        return new AuditEntry(place, grant.by(), what, grant.user().userId(), grant.at());
    }
}
