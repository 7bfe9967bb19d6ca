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
            given(words).ifPresent(given -> options(given, line.word(), candidates));
        }
    }

    private static Candidate candidate(String value, String meaning) {
        String shown = meaning.isEmpty() ? null : meaning;
        return new Candidate(value, value, null, shown, null, null, true);
    }

    /** What something follows without a space: a folder of a path, a name that a value belongs to. */
    private static Candidate open(String text, String meaning) {
        return new Candidate(text, text, null, meaning.isEmpty() ? null : meaning, null, null, false);
    }

    /** The command that the words before the cursor begin with. */
    private Optional<Given> given(List<String> words) {
        String typed = String.join(" ", words);
        return desk.get().specs().stream()
                .filter(spec -> (typed + " ").startsWith("/" + spec.name() + " "))
                .max(Comparator.comparingInt(spec -> spec.name().length()))
                .map(spec -> new Given(typed, spec, words.subList(spec.name().split(" ").length, words.size())));
    }

    private void options(Given given, String word, List<Candidate> candidates) {
        Optional<Option> named = given.named(word);
        if (named.isPresent()) {
            String name = named.get().name() + "=";
            values(given, named.get()).forEach(value -> candidates.add(candidate(name + value, "")));
            return;
        }
        given.next().ifPresent(option -> inOrder(given, option, word, candidates));
        given.further().forEach(option -> candidates.add(further(given.spec(), option)));
    }

    private void inOrder(Given given, Option option, String word, List<Candidate> candidates) {
        values(given, option).forEach(value -> candidates.add(candidate(value, "")));
        if (option.kind() == Option.Kind.FILE) {
            List<String> paths = new TypedFile(options.directory(), word).completions();
            paths.forEach(path -> candidates.add(path.endsWith("/") ? open(path, "") : candidate(path, "")));
        }
    }

    private Candidate further(CommandSpec spec, Option option) {
        String key = spec.phraseKey() + "." + option.name();
        String meaning = phrases.has(key) ? phrases.text(key) : "";
        return option.kind() == Option.Kind.FLAG
                ? candidate(option.name(), meaning)
                : open(option.name() + "=", meaning);
    }

    private List<String> values(Given given, Option option) {
        TypedCommand typed = TypedCommand.read(given.typed(), desk.get().specs());
        return desk.get().completions(ConsoleCommands.call(typed, options), option.name());
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
}
