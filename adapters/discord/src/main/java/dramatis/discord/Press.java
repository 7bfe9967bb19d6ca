package dramatis.discord;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What the ids of buttons and forms say that belong to something kept for a while, see {@link Forms}: {@code c/ID/yes},
 * {@code c/ID/no}, {@code f/ID}.
 *
 * @param kind what is pressed
 * @param id under which the question or form is kept
 */
record Press(Kind kind, String id) {
    /** What can be pressed. */
    enum Kind {
        YES,
        NO,
        FORM
    }

    private static final String CONFIRM = "c/";
    private static final String FORM = "f/";
    private static final String YES = "/yes";
    private static final String NO = "/no";

    Press {
        requireNonNull(kind, "kind");
        requireNonNull(id, "id");
    }

    static String confirm(String id, boolean yes) {
        return CONFIRM + id + (yes ? YES : NO);
    }

    static String form(String id) {
        return FORM + id;
    }

    static Optional<Press> read(String id) {
        if (id.startsWith(FORM)) {
            return Optional.of(new Press(Kind.FORM, id.substring(FORM.length())));
        }
        if (id.startsWith(CONFIRM) && id.endsWith(YES)) {
            return Optional.of(new Press(Kind.YES, between(id, YES)));
        }
        if (id.startsWith(CONFIRM) && id.endsWith(NO)) {
            return Optional.of(new Press(Kind.NO, between(id, NO)));
        }
        return Optional.empty();
    }

    private static String between(String id, String end) {
        return id.substring(CONFIRM.length(), id.length() - end.length());
    }
}
