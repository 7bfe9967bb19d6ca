package dramatis.telegram;

import static java.util.Objects.requireNonNull;

import dramatis.access.Caller;
import dramatis.access.Rights;
import dramatis.access.Role;
import dramatis.command.CommandCall;
import dramatis.command.CommandSpec;
import dramatis.message.Place;
import dramatis.message.UserRef;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody who asks for something, and where.
 *
 * @param userId their id, or the group's where they are an anonymous administrator of it
 * @param name their display name
 * @param anonymousAdmin whether they administer the group, and do not say who they are
 * @param locale their language
 * @param spot where they ask
 * @param message what they wrote or pressed
 */
record Asker(long userId, String name, boolean anonymousAdmin, Locale locale, Spot spot, Optional<Integer> message) {
    Asker {
        requireNonNull(name, "name");
        requireNonNull(locale, "locale");
        requireNonNull(spot, "spot");
        requireNonNull(message, "message");
    }

    static Asker of(Reading reading) {
        return new Asker(
                Long.parseLong(reading.author().userId()),
                reading.authorName(),
                reading.anonymousAdmin(),
                reading.locale(),
                Spot.of(Reading.conversation(reading.message())),
                Optional.of(reading.message().getMessageId()));
    }

    /** A call of a command that there may not be. */
    CommandCall call(String command, Admins admins) {
        return new CommandCall(command, Map.of(), spot.ref(), caller(admins, false), name, locale);
    }

    CommandCall call(CommandSpec spec, Map<String, String> options, Admins admins) {
        return new CommandCall(spec.name(), options, spot.ref(), caller(spec, admins), name, locale);
    }

    /** What an admin alone may do is not decided by what was known a minute ago. */
    private Caller caller(CommandSpec spec, Admins admins) {
        return caller(admins, spec.who().least().atLeast(Role.ADMIN));
    }

    Caller caller(Admins admins, boolean fresh) {
        UserRef user = user();
        Place place = Place.of(spot.ref());
        Rights rights = () -> anonymousAdmin || admins.include(spot.chat(), userId, fresh);
        return spot.isPrivate() ? Caller.inPrivate(user, place) : new Caller(user, place, false, rights);
    }

    UserRef user() {
        return new UserRef(TelegramOptions.PLATFORM, Long.toString(userId));
    }
}
