package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.access.Rule;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an adapter must know of a command to render it. Its texts are the phrases {@code command.NAME} (what it does) and
 * {@code command.NAME.OPTION}, spaces of the name written as dots.
 *
 * @param name one or more lower-case words joined by a space
 * @param who may use it
 * @param audience who sees the answer
 * @param options in the order in which they are typed; the last one takes the rest of a line
 */
public record CommandSpec(String name, Rule who, Audience audience, List<Option> options) {
    /** Who sees a command's answer. */
    public enum Audience {
        EVERYBODY,
        CALLER
    }

    /**
     * Something to be given with a command.
     *
     * @param name a lower-case word
     * @param kind what is given
     * @param required whether the command means nothing without it
     * @param longest the most characters (UTF-16 units) of it
     */
    public record Option(String name, Kind kind, boolean required, int longest) {
        /** What can be given; all of it but files comes as text. */
        public enum Kind {
            TEXT,
            /** A person of the platform; what comes is the platform's id of them. */
            USER,
            /** {@code yes} where it is given. */
            FLAG,
            /**
             * One of the conversation's messages; what comes is the platform's id of it. Where a platform has menus on
             * messages, a command with this stands in them, under the phrase {@code menu.NAME}; else, and where nothing
             * is given, it is about the last reply.
             */
            MESSAGE,
            /** A file of at most {@link Attachment#LARGEST} bytes. */
            FILE
        }

        private static final int LINE = 200;

        public Option {
            requireNonNull(name, "name");
            requireNonNull(kind, "kind");
        }

        /** A short text that must be given. */
        public static Option line(String name) {
            return new Option(name, Kind.TEXT, true, LINE);
        }

        /** A text of any length that the platform takes. */
        public static Option text(String name) {
            return new Option(name, Kind.TEXT, true, 4000);
        }

        public static Option user(String name) {
            return new Option(name, Kind.USER, true, LINE);
        }

        public static Option file(String name) {
            return new Option(name, Kind.FILE, true, LINE);
        }

        /** The message that the command is about. */
        public static Option message() {
            return new Option("message", Kind.MESSAGE, false, LINE);
        }

        /** Given or not. */
        public static Option flag(String name) {
            return new Option(name, Kind.FLAG, false, LINE);
        }

        /** Whether a value is typed for it: flags are their own names, and nobody types a message's id. */
        public boolean hasValue() {
            return kind != Kind.FLAG && kind != Kind.MESSAGE;
        }

        /** The same of at most so many characters. */
        public Option atMost(int most) {
            return new Option(name, kind, required, most);
        }

        public Option optional() {
            return new Option(name, kind, false, longest);
        }
    }

    public CommandSpec {
        requireNonNull(name, "name");
        requireNonNull(who, "who");
        requireNonNull(audience, "audience");
        options = List.copyOf(options);
    }

    /** A command whose answer everybody sees. */
    public static CommandSpec shown(String name, Rule who, Option... options) {
        return new CommandSpec(name, who, Audience.EVERYBODY, List.of(options));
    }

    /** A command whose answer is for the caller alone. */
    public static CommandSpec told(String name, Rule who, Option... options) {
        return new CommandSpec(name, who, Audience.CALLER, List.of(options));
    }

    /**
     * What is typed without its name: what must be given, or the first thing that can be where nothing must. The last of
     * these takes what is left of a line.
     */
    public List<Option> inOrder() {
        List<Option> required = options.stream().filter(Option::required).toList();
        return required.isEmpty()
                ? options.stream().filter(Option::hasValue).limit(1).toList()
                : required;
    }

    /** How it is typed, without the slash: {@code persona export <name> [format=…]}. */
    public String usage() {
        return options.stream()
                .filter(option -> option.kind() != Option.Kind.MESSAGE)
                .map(this::usage)
                .collect(Collectors.joining("", name, ""));
    }

    private String usage(Option option) {
        if (option.required()) {
            return " <" + option.name() + ">";
        }
        boolean plain = option.kind() == Option.Kind.FLAG || inOrder().contains(option);
        return " [" + option.name() + (plain ? "]" : "=\u2026]");
    }

    /** Whether it can be about a message. */
    public boolean onMessages() {
        return options.stream().anyMatch(option -> option.kind() == Option.Kind.MESSAGE);
    }

    /** The key of its name in the menu of a message. */
    public String menuKey() {
        return "menu." + name.replace(' ', '.');
    }

    /** The key of its description in the bundle. */
    public String phraseKey() {
        return "command." + name.replace(' ', '.');
    }

    /** The key of what is to be given for an option. */
    String phraseKey(Option option) {
        return phraseKey() + "." + option.name();
    }
}
