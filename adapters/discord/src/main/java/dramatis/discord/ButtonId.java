package dramatis.discord;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a button of a reply does, in the 100 characters that Discord keeps for us with it, so that it works after a
 * restart: {@code r/COMMAND/REPLY/TO}.
 *
 * @param command the command that it runs
 * @param reply the option {@code reply}
 * @param to the option {@code to}; empty where the command has none
 */
record ButtonId(String command, String reply, String to) {
    private static final String KIND = "r";
    private static final Set<String> COMMANDS = Set.of("swipe", "retry", "stop", "undo");

    ButtonId {
        requireNonNull(command, "command");
        requireNonNull(reply, "reply");
        requireNonNull(to, "to");
    }

    static String of(String command, long reply, String to) {
        return String.join("/", KIND, command, Long.toString(reply), to);
    }

    /** What a button's id says; empty where it is of another kind. */
    static Optional<ButtonId> read(String id) {
        String[] parts = id.split("/", -1);
        return parts.length == 4 && parts[0].equals(KIND) && COMMANDS.contains(parts[1])
                ? Optional.of(new ButtonId(parts[1], parts[2], parts[3]))
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
