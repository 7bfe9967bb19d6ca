package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Caller;
import dramatis.message.ConversationRef;
import dramatis.message.UserRef;
import dramatis.session.Viewpoint;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A person asks for a command.
 *
 * @param name the command's name, words joined by a space
 * @param options what was given, by the options' names
 * @param files the files that were given, by the options' names
 * @param conversation where
 * @param caller who, and what the platform lets them do there
 * @param userName under which display name
 * @param locale their language
 */
public record CommandCall(
        String name,
        Map<String, String> options,
        Map<String, Attachment> files,
        ConversationRef conversation,
        Caller caller,
        String userName,
        Locale locale) {
    /** One that no file comes with. */
    public CommandCall(
            String name,
            Map<String, String> options,
            ConversationRef conversation,
            Caller caller,
            String userName,
            Locale locale) {
        this(name, options, Map.of(), conversation, caller, userName, locale);
    }

    public CommandCall {
        requireNonNull(name, "name");
        options = Map.copyOf(options);
        files = Map.copyOf(files);
        requireNonNull(conversation, "conversation");
        requireNonNull(caller, "caller");
        requireNonNull(userName, "userName");
        requireNonNull(locale, "locale");
    }

    /** From where the character is meant. */
    public Viewpoint viewpoint() {
        return new Viewpoint(conversation, caller.user(), caller.inPrivate());
    }

    public UserRef user() {
        return caller.user();
    }

    /** What was given for an option, blanks around it taken away; empty where that leaves nothing. */
    public Optional<String> option(String option) {
        return Optional.ofNullable(options.get(option)).map(String::strip).filter(given -> !given.isEmpty());
    }

    /** What was given for an option that the desk has seen to be there. */
    public String required(String option) {
        return option(option).orElseThrow();
    }

    /** The file that was given for an option. */
    public Optional<Attachment> file(String option) {
        return Optional.ofNullable(files.get(option));
    }

    /** The same call with one option more. */
    public CommandCall with(String option, String value) {
        Map<String, String> more = new LinkedHashMap<>(options);
        more.put(option, value);
        return new CommandCall(name, more, files, conversation, caller, userName, locale);
    }

    /** The same call with one file more. */
    public CommandCall with(String option, Attachment file) {
        Map<String, Attachment> more = new LinkedHashMap<>(files);
        more.put(option, file);
        return new CommandCall(name, options, more, conversation, caller, userName, locale);
    }
}
