package dramatis.command;

import static java.util.Objects.requireNonNull;

import dramatis.command.Answer.Part;
import dramatis.her.SpellingDistance;
import dramatis.message.UserNotice;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is said about a name that no command has: what the caller may have meant, or what its first word leads to.
 *
 * @param name what was asked for
 * @param specs the commands that the caller may use
 */
record UnknownCommand(String name, List<CommandSpec> specs) {
    /** Nobody mistypes a page. */
    private static final int LONGEST = 64;

    UnknownCommand {
        requireNonNull(name, "name");
        specs = List.copyOf(specs);
    }

    Answer answer() {
        return nearest()
                .map(near -> Answer.refuse("command.did-you-mean", name, near))
                .or(this::group)
                .orElseGet(() -> Answer.refuse("command.unknown", name));
    }

    /** The name with the fewest slips of the pen between it and what was typed, at most one in three letters. */
    private Optional<String> nearest() {
        int most = name.length() > LONGEST ? -1 : Math.max(1, name.length() / 3);
        return IntStream.rangeClosed(1, most)
                .boxed()
                .flatMap(slips -> specs.stream()
                        .map(CommandSpec::name)
                        .filter(known -> known.length() > slips && SpellingDistance.within(slips, name, known)))
                .findFirst();
    }

    /** Whether a command's name of several words begins with a word, or with one that was nearly typed. */
    static boolean inGroup(CommandSpec spec, String word) {
        int end = spec.name().indexOf(' ');
        return end > 0
                && SpellingDistance.within(word.length() / 3, word, spec.name().substring(0, end));
    }

    /** The commands whose names begin with the same word, in which alone a group differs from a name. */
    private Optional<Answer> group() {
        String word = name.split(" ", 2)[0];
        List<CommandSpec> group =
                specs.stream().filter(spec -> inGroup(spec, word)).toList();
        return group.isEmpty() ? Optional.empty() : Optional.of(listed(group));
    }

    private static Answer listed(List<CommandSpec> group) {
        Part head =
                new Part.Say(UserNotice.of("command.group", group.get(0).name().split(" ", 2)[0]));
        return new Answer(
                Stream.concat(Stream.of(head), group.stream().map(HelpCommand::line))
                        .toList(),
                true);
    }
}
