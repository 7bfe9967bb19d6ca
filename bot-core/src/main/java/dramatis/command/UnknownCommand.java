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
                .map(near -> Answer.say("command.did-you-mean", name, near))
                .or(this::group)
                .orElseGet(() -> Answer.say("command.unknown", name));
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

    /** The commands whose names begin with the same word, in which alone a group differs from a name. */
    private Optional<Answer> group() {
        String word = name.split(" ", 2)[0];
        List<CommandSpec> group = specs.stream()
                .filter(spec -> spec.name().startsWith(word + " "))
                .toList();
        Part head = new Part.Say(UserNotice.of("command.group", word));
        return group.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Answer(Stream.concat(Stream.of(head), group.stream().map(HelpCommand::line))
                                .toList()));
    }
}
