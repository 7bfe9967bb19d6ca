package dramatis.command;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What an adapter must know of a command to render it. Its texts are the phrases {@code command.NAME} (what it does) and
 * {@code command.NAME.OPTION}, spaces of the name written as dots.
 *
 * @param name one or more lower-case words joined by a space
 * @param who the least role that may use it
 * @param audience who sees the answer
 * @param options in the order in which they are typed; the last one takes the rest of a line
 */
public record CommandSpec(String name, Role who, Audience audience, List<Option> options) {
    /** Who sees a command's answer. */
    public enum Audience {
        EVERYBODY,
        CALLER
    }

    /** Something to be given with a command, as text. */
    public record Option(String name, boolean required) {
        public Option {
            requireNonNull(name, "name");
        }
    }

    public CommandSpec {
        requireNonNull(name, "name");
        requireNonNull(who, "who");
        requireNonNull(audience, "audience");
        options = List.copyOf(options);
    }

    /** The key of its description in the bundle. */
    public String phraseKey() {
        return "command." + name.replace(' ', '.');
    }
}
