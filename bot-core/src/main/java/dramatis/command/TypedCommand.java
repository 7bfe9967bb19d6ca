package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.command.CommandSpec.Option;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A command as people type it: {@code /persona use wren-hollowell}. Each option takes a word, in order, and the last
 * one the rest of the line.
 *
 * @param name the longest name of a command that the line begins with, or its first word where there is none
 * @param options what follows, by the options' names
 */
public record TypedCommand(String name, Map<String, String> options) {
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
                .orElseGet(() -> new TypedCommand(text.split("\\s", 2)[0], Map.of()));
    }

    private static Map<String, String> options(String rest, List<Option> options) {
        Map<String, String> given = new LinkedHashMap<>();
        String left = rest;
        for (int i = 0; i < options.size() && !left.isEmpty(); i++) {
            String[] parts = i == options.size() - 1 ? new String[] {left} : left.split("\\s+", 2);
            given.put(options.get(i).name(), parts[0]);
            left = parts.length > 1 ? parts[1] : "";
        }
        return given;
    }
}
