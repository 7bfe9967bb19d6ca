package dramatis.address;

import static java.util.Objects.requireNonNull;

import dramatis.message.Phrases;
import dramatis.message.UserNotice;
import java.util.Locale;

/** A channel cannot be set like that. The message is the notice's sentence in English. */
public final class SettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient UserNotice notice;

    SettingException(UserNotice notice) {
        super(Phrases.in(Locale.ENGLISH).text(notice));
        this.notice = requireNonNull(notice, "notice");
    }

    /** What is wrong and what to do, for the person who asked for it. */
    public UserNotice notice() {
        return notice;
    }
}
