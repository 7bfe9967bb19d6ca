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
 * @param options what follows, by the options' names; nothing that is empty
 * @param left what follows and belongs to no option; empty where all does
 */
public record TypedCommand(String name, Map<String, String> options, String left) {
    /** A word, or several in quotes, and what follows. */
    private static final Pattern WORD = Pattern.compile("(?s)(?:\"([^\"]+)\"|(\\S+))(.*)");

    private static final String NAMED = "(%s)=(?:\"([^\"]*)\"|(\\S+))";

    private static final Pattern REST = Pattern.compile("(?s)(?:\"([^\"]+)\"|(.+))()");

    public TypedCommand {
        requireNonNull(name, "name");
        options = Map.copyOf(options);
        requireNonNull(left, "left");
    }

    TypedCommand(String name, Map<String, String> options) {
        this(name, options, "");
    }

    /** Reads a line that begins with a slash. Capitals in the name do not count. */
    public static TypedCommand read(String line, List<CommandSpec> specs) {
        String text = line.strip().substring(1).strip();
        return specs.stream()
                .sorted(Comparator.comparingInt(spec -> -spec.name().length()))
                .flatMap(spec -> read(text, spec).stream())
                .findFirst()
                .orElseGet(() -> new TypedCommand(unknown(text, specs), Map.of()));
    }

    private static Optional<TypedCommand> read(String text, CommandSpec spec) {
        String name = spec.name().replace(" ", "\\s+");
        Matcher line = Pattern.compile("(?is)" + name + "(?:\\s+(.*))?").matcher(text);
        return line.matches()
                ? Optional.of(read(Optional.ofNullable(line.group(1)).orElse(""), spec, new LinkedHashMap<>()))
                : Optional.empty();
    }

    private static String unknown(String text, List<CommandSpec> specs) {
        String[] words = text.split("\\s+", 3);
        boolean group = specs.stream().anyMatch(spec -> UnknownCommand.inGroup(spec, words[0]));
        return group && words.length > 1 ? words[0] + " " + words[1] : words[0];
    }

    /**
     * What must be given stands in order, or the first thing that can be where nothing must; the last of these takes the
     * rest. A flag is its own name at the end. What is neither can be named, {@code name=value}, or is for forms.
     */
    private static TypedCommand read(String rest, CommandSpec spec, Map<String, String> given) {
        String left = named(flags(rest, spec.options(), given), spec.options(), given);
        List<Option> typed = spec.inOrder();
        for (int i = 0; i < typed.size() && !left.isEmpty(); i++) {
            Option option = typed.get(i);
            Matcher word = (i == typed.size() - 1 ? REST : WORD).matcher(left);
            if (!given.containsKey(option.name()) && !misnamed(left, option, spec) && word.matches()) {
                given.put(option.name(), word.group(1) == null ? word.group(2) : word.group(1));
                left = word.group(3).strip();
            }
        }
        given.values().removeIf(String::isEmpty);
        return new TypedCommand(spec.name(), given, left);
    }

    private static String flags(String text, List<Option> options, Map<String, String> given) {
        String left = text;
        for (Option flag : options) {
            Matcher end = Pattern.compile("(?s)(?:(.*)\\s)?" + Pattern.quote(flag.name()) + "(?:=yes)?")
                    .matcher(left);
            if (flag.kind() == Option.Kind.FLAG && end.matches()) {
                given.put(flag.name(), "yes");
                left = Optional.ofNullable(end.group(1)).orElse("").strip();
            }
        }
        return left;
    }

    /** Whether what is left is not for an option that can be left out, but names one and does not say what it is to be. */
    private static boolean misnamed(String left, Option option, CommandSpec spec) {
        return !option.required() && spec.options().stream().anyMatch(one -> left.startsWith(one.name() + "="));
    }

    /** What can be given may be named at the beginning or the end: {@code scope=user}; what is left without that. */
    private static String named(String text, List<Option> options, Map<String, String> given) {
        String names = options.stream()
                .filter(option -> !option.required() && option.hasValue())
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
}
