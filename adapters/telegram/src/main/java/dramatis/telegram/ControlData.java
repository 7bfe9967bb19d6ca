package dramatis.telegram;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a button below a reply does, in the 64 bytes that Telegram keeps for us with it, so that it works after a restart:
 * {@code r/COMMAND/REPLY/TO}.
 *
 * @param command the command that it runs
 * @param reply the option {@code reply}
 * @param to the option {@code to}; empty where the command has none
 */
record ControlData(String command, String reply, String to) {
    private static final Pattern FORM = Pattern.compile("r/(swipe|retry|stop|undo)/([0-9]{1,19})/(next|previous|)");

    ControlData {
        requireNonNull(command, "command");
        requireNonNull(reply, "reply");
        requireNonNull(to, "to");
    }

    static String of(String command, long reply, String to) {
        return "r/" + command + "/" + reply + "/" + to;
    }

    static Optional<ControlData> read(String data) {
        Matcher matcher = FORM.matcher(data);
        return matcher.matches()
                ? Optional.of(new ControlData(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /** The options of its command. */
    Map<String, String> options() {
        Map<String, String> options = new HashMap<>(Map.of("reply", reply));
        if (!to.isEmpty()) {
            options.put("to", to);
        }
        return options;
    }
}
