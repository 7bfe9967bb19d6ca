package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.message.ConversationRef;
import dramatis.message.UserRef;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A person asks for a command.
 *
 * @param name the command's name, words joined by a space
 * @param options what was given, by the options' names
 * @param conversation where
 * @param user who
 * @param userName under which display name
 * @param role what they may do here, as the platform or the bot's settings say
 * @param locale their language
 */
public record CommandCall(
        String name,
        Map<String, String> options,
        ConversationRef conversation,
        UserRef user,
        String userName,
        Role role,
        Locale locale) {
    public CommandCall {
        requireNonNull(name, "name");
        options = Map.copyOf(options);
        requireNonNull(conversation, "conversation");
        requireNonNull(user, "user");
        requireNonNull(userName, "userName");
        requireNonNull(role, "role");
        requireNonNull(locale, "locale");
    }

    public Optional<String> option(String option) {
        return Optional.ofNullable(options.get(option));
    }
}
