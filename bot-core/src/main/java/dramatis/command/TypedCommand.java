package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.command.CommandSpec.Option;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command as people type it: {@code /persona use wren-hollowell}. A word or several in
 * quotes for each thing that must be given, and the rest of the line for the last one.
 *
 * @param name the longest name of a command that the line begins with, or its first word where there is none, or the
 *     first two where the first begins the name of one
 * @param options what follows, by the options' names
 */
public record TypedCommand(String name, Map<String, String> options) {
    /** A word, or several in quotes, and what follows. */
    private static final Pattern WORD = Pattern.compile("(?s)(?:\"([^\"]+)\"|(\\S+))(.*)");

    private static final String NAMED = "(%s)=(?:\"([^\"]+)\"|(\\S+))";

    private static final Pattern REST = Pattern.compile("(?s)(?:\"([^\"]+)\"|(.+))()");

    public TypedCommand {
        requireNonNull(name, "name");
        options = Map.copyOf(options);
    }

    /** Reads a line that begins with a slash. */
    public static TypedCommand read(String line, List<CommandSpec> specs) {
        String text = line.strip().substring(1).strip();
        return specs.stream()
                .filter(spec -> text.equals(spec.name()) || text.startsWith(spec.name() + " "))
                .max(Comparator.comparingInt(spec -> spec.name().length()))
                .map(spec -> new TypedCommand(
                        spec.name(),
                        options(text.substring(spec.name().length()).strip(), spec.options())))
                .orElseGet(() -> new TypedCommand(unknown(text, specs), Map.of()));
    }

    private static String unknown(String text, List<CommandSpec> specs) {
        String[] words = text.split("\\s+", 3);
        boolean group = specs.stream().anyMatch(spec -> spec.name().startsWith(words[0] + " "));
        return group && words.length > 1 ? words[0] + " " + words[1] : words[0];
    }

    /**
     * What must be given stands in order, or the first thing that can be where nothing must; the last of these takes the
     * rest. A flag is its own name at the end. What is neither can be named, {@code name=value}, or is for forms.
     */
    private static Map<String, String> options(String rest, List<Option> options) {
        Map<String, String> given = new LinkedHashMap<>();
        String left = rest;
        for (Option flag : options) {
            if (flag.kind() == Option.Kind.FLAG && (" " + left).endsWith(" " + flag.name())) {
                given.put(flag.name(), "yes");
                left = left.substring(0, left.length() - flag.name().length()).strip();
            }
        }
        left = named(left, options, given);
        List<Option> typed = typed(options);
        for (int i = 0; i < typed.size() && !left.isEmpty(); i++) {
            Matcher word = (i == typed.size() - 1 ? REST : WORD).matcher(left);
            if (!given.containsKey(typed.get(i).name()) && word.matches()) {
                given.put(typed.get(i).name(), word.group(1) == null ? word.group(2) : word.group(1));
                left = word.group(3).strip();
            }
        }
        return given;
    }

    /** What can be given may be named at the beginning or the end: {@code scope=user}; what is left without that. */
    private static String named(String text, List<Option> options, Map<String, String> given) {
        String names = options.stream()
                .filter(option -> !option.required() && named(option))
                .map(option -> Pattern.quote(option.name()))
                .collect(Collectors.joining("|"));
        if (names.isEmpty()) {
            return text;
        }
        Matcher first = Pattern.compile("(?s)()" + NAMED.formatted(names) + "(?:\\s+(.*))?")
                .matcher(text);
        Matcher last = Pattern.compile("(?s)(?:(.*)\\s)?" + NAMED.formatted(names) + "()")
                .matcher(text);
        Matcher found = first.matches() ? first : last;
        if (!found.matches()) {
            return text;
        }
        given.put(found.group(2), found.group(3) == null ? found.group(4) : found.group(3));
        String left = Optional.ofNullable(found == first ? found.group(5) : found.group(1))
                .orElse("");
        return named(left.strip(), options, given);
    }

    /** Flags are their own names, and nobody types a message's id. */
    private static boolean named(Option option) {
        return option.kind() != Option.Kind.FLAG && option.kind() != Option.Kind.MESSAGE;
    }

    private static List<Option> typed(List<Option> options) {
        List<Option> required = options.stream().filter(Option::required).toList();
        return required.isEmpty()
                ? options.stream().filter(TypedCommand::named).limit(1).toList()
                : required;
    }
}
