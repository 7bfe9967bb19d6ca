package dramatis.telegram;

import dramatis.message.UserNotice;

/** Something that was given with a command will not do; its notice tells the person why. */
final class NotUsableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient UserNotice notice;

    NotUsableException(UserNotice notice) {
        super(notice.key());
        this.notice = notice;
    }

    UserNotice notice() {
        return notice;
    }
}
