package dramatis.console;

import dramatis.command.CommandDesk;
import dramatis.command.CommandSpec;
import dramatis.command.CommandSpec.Option;
import dramatis.command.TypedCommand;
import dramatis.message.Phrases;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes commands word by word, and what can be given for their options. */
final class CommandCompleter implements Completer {
    private static final String QUIT = "quit";

    private final Supplier<CommandDesk> desk;
    private final ConsoleOptions options;
    private final Phrases phrases;

    CommandCompleter(Supplier<CommandDesk> desk, ConsoleOptions options) {
        this.desk = desk;
        this.options = options;
        this.phrases = Phrases.in(options.locale());
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (line.line().startsWith("/")) {
            List<String> words = line.words().subList(0, line.wordIndex());
            names(words).forEach((word, meaning) -> candidates.add(candidate(word, meaning)));
            values(words).forEach(value -> candidates.add(candidate(value, "")));
            files(words, line.word()).forEach(path -> candidates.add(path(path)));
        }
    }

    private static Candidate candidate(String value, String meaning) {
        String shown = meaning.isEmpty() ? null : meaning;
        return new Candidate(value, value, null, shown, null, null, true);
    }

    /** A folder is not all of a path. */
    private static Candidate path(String path) {
        return new Candidate(path, path, null, null, null, null, !path.endsWith("/"));
    }

    private List<String> files(List<String> words, String begun) {
        return words.isEmpty()
                ? List.of()
                : command(String.join(" ", words).substring(1))
                        .flatMap(spec -> option(spec, words))
                        .filter(option -> option.kind() == Option.Kind.FILE)
                        .map(option -> new TypedFile(options.directory(), begun).completions())
                        .orElse(List.of());
    }

    /** The words that lead on to a command's name, each with what it does, or with the words that may follow. */
    private Map<String, String> names(List<String> words) {
        String typed = words.isEmpty() ? "" : String.join(" ", words).substring(1) + " ";
        Map<String, List<CommandSpec>> byWord = desk.get().specs().stream()
                .filter(spec -> spec.name().startsWith(typed))
                .collect(Collectors.groupingBy(
                        spec -> word(spec, typed.length()), LinkedHashMap::new, Collectors.toList()));
        Map<String, String> meanings = new LinkedHashMap<>();
        String slash = words.isEmpty() ? "/" : "";
        byWord.forEach((word, specs) -> meanings.put(slash + word, meaning(typed + word, specs)));
        if (words.isEmpty()) {
            meanings.put(slash + QUIT, phrases.text("console.quit"));
        }
        return meanings;
    }

    private static String word(CommandSpec spec, int from) {
        return spec.name().substring(from).split(" ", 2)[0];
    }

    private String meaning(String name, List<CommandSpec> specs) {
        return specs.stream()
                .filter(spec -> spec.name().equals(name))
                .findFirst()
                .map(spec -> phrases.has(spec.phraseKey()) ? phrases.text(spec.phraseKey()) : "")
                .orElseGet(() -> specs.stream()
                        .map(spec -> word(spec, name.length() + 1))
                        .distinct()
                        .collect(Collectors.joining(", ")));
    }

    private List<String> values(List<String> words) {
        if (words.isEmpty()) {
            return List.of();
        }
        String typed = String.join(" ", words);
        return command(typed.substring(1))
                .flatMap(spec -> option(spec, words)
                        .map(option -> desk.get()
                                .completions(
                                        ConsoleCommands.call(
                                                TypedCommand.read(
                                                        typed, desk.get().specs()),
                                                options),
                                        option.name())))
                .orElse(List.of());
    }

    private Optional<CommandSpec> command(String typed) {
        return desk.get().specs().stream()
                .filter(spec -> (typed + " ").startsWith(spec.name() + " "))
                .max(Comparator.comparingInt(spec -> spec.name().length()));
    }

    /** The option that the next word belongs to: the last one takes all that is left. */
    private static Optional<Option> option(CommandSpec spec, List<String> words) {
        int given = words.size() - spec.name().split(" ").length;
        return spec.options().isEmpty()
                ? Optional.empty()
                : Optional.of(spec.options().get(Math.min(given, spec.options().size() - 1)));
    }
}
