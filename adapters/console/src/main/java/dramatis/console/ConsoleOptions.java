package dramatis.console;

import static java.util.Objects.requireNonNull;

import dramatis.access.Caller;
import dramatis.message.ConversationRef;
import dramatis.message.Place;
import dramatis.message.UserRef;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * How the console is to be.
 *
 * @param userName the display name of the person who types
 * @param chatId which of the console's conversations this is
 * @param playedBy the model's name, as the banner shows it
 * @param showThoughts whether thoughts are shown as they come
 * @param showPlan whether plans are shown as they come
 * @param colours whether a terminal gets colours; bold, italic and dim text is no colour
 * @param history where a terminal's lines are remembered; empty to forget them
 * @param directory where files that a command makes are written
 * @param locale the person's language
 */
public record ConsoleOptions(
        String userName,
        String chatId,
        String playedBy,
        boolean showThoughts,
        boolean showPlan,
        boolean colours,
        Optional<Path> history,
        Path directory,
        Locale locale) {
    /** The {@code platform} of every ref of the console. */
    public static final String PLATFORM = "console";

    /** Whoever sits at the console owns the bot. */
    public static final UserRef OWNER = new UserRef(PLATFORM, "owner");

    static final Caller CALLER = Caller.inPrivate(OWNER, new Place(PLATFORM, PLATFORM));

    public ConsoleOptions {
        requireNonNull(userName, "userName");
        requireNonNull(chatId, "chatId");
        requireNonNull(playedBy, "playedBy");
        requireNonNull(history, "history");
        requireNonNull(directory, "directory");
        requireNonNull(locale, "locale");
    }

    /** Whether the environment allows colours, by the convention of {@code https://no-color.org}. */
    public static boolean coloursWanted() {
        return Optional.ofNullable(System.getenv("NO_COLOR")).orElse("").isEmpty();
    }

    public ConversationRef conversation() {
        return new ConversationRef(PLATFORM, chatId, "");
    }
}
