package dramatis.discord;

import dramatis.message.Phrases;
import dramatis.message.UserNotice;
import dramatis.message.UserRef;
import java.util.Locale;

/** Sentences as Discord shows them: what is filled in is no markup, and people appear as mentions. Pure. */
final class Wording {
    private Wording() {}

    static String text(UserNotice notice, Locale locale) {
        return Phrases.in(locale).text(shown(notice));
    }

    /** A sentence for where there is no markup. */
    static String plain(UserNotice notice, Locale locale) {
        return Phrases.in(locale).text(notice);
    }

    static String plain(String key, Locale locale) {
        return Phrases.in(locale).text(key);
    }

    private static UserNotice shown(UserNotice notice) {
        return new UserNotice(
                notice.key(), notice.arguments().stream().map(Wording::shown).toList());
    }

    private static Object shown(Object argument) {
        if (argument instanceof UserNotice notice) {
            return shown(notice);
        }
        if (argument instanceof UserRef user) {
            return "<@" + user.userId() + ">";
        }
        return argument instanceof String text ? Escape.text(text) : argument;
    }
}
