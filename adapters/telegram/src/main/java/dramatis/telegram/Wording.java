package dramatis.telegram;

import dramatis.message.Phrases;
import dramatis.message.UserNotice;
import dramatis.message.UserRef;
import java.util.Locale;

/** Sentences as Telegram shows them: people by their names. Safe for use by many threads. */
final class Wording {
    private final People people;

    Wording(People people) {
        this.people = people;
    }

    String text(UserNotice notice, Locale locale) {
        return Phrases.in(locale).text(named(notice));
    }

    private UserNotice named(UserNotice notice) {
        return new UserNotice(
                notice.key(), notice.arguments().stream().map(this::named).toList());
    }

    private Object named(Object argument) {
        if (argument instanceof UserNotice notice) {
            return named(notice);
        }
        return argument instanceof UserRef user ? people.name(user.userId()) : argument;
    }
}
