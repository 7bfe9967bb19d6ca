package dramatis.message;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The only maker of text that people read: sentences of the resource bundle {@code phrases}, with arguments filled in.
 * Its sentences are {@link MessageFormat} patterns; an argument may itself be a notice, a person (their id) or
 * an instant (its day).
 */
public final class Phrases {
    private static final String BUNDLE = "dramatis.message.phrases";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withZone(ZoneOffset.UTC);

    private final Locale locale;
    private final ResourceBundle bundle;

    private Phrases(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The sentences in a person's language, English where it is not known. */
    public static Phrases in(Locale locale) {
        return new Phrases(locale);
    }

    /**
     * The sentence of a notice.
     *
     * @throws MissingResourceException where the bundle has no such key: a mistake in the program
     */
    public String text(UserNotice notice) {
        return text(notice.key(), notice.arguments().toArray());
    }

    /** The sentence of a key; as {@link #text(UserNotice)}. */
    public String text(String key, Object... arguments) {
        Object[] filled = Arrays.stream(arguments).map(this::resolved).toArray();
        return new MessageFormat(bundle.getString(key), locale).format(filled);
    }

    private Object resolved(Object argument) {
        if (argument instanceof UserNotice notice) {
            return text(notice);
        }
        if (argument instanceof Instant instant) {
            return DAY.withLocale(locale).format(instant);
        }
        return argument instanceof UserRef user ? user.userId() : argument;
    }

    /** Whether there is such a sentence. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
