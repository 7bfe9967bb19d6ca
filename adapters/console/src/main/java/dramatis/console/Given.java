package dramatis.console;

import static java.util.Objects.requireNonNull;

import dramatis.command.CommandSpec;
import dramatis.command.CommandSpec.Option;
import java.util.List;
import java.util.Optional;

/**
 * What stands before the word that is completed.
 *
 * @param typed all of it
 * @param spec the command that it begins with
 * @param words what is given after the command's name
 */
record Given(String typed, CommandSpec spec, List<String> words) {
    Given {
        requireNonNull(typed, "typed");
        requireNonNull(spec, "spec");
        words = List.copyOf(words);
    }

    /** The option that a word names, {@code format=png}; empty where it names none that can be left out. */
    Optional<Option> named(String word) {
        return spec.options().stream()
                .filter(option -> !option.required() && option.hasValue())
                .filter(option -> word.startsWith(option.name() + "="))
                .findFirst();
    }

    /** The option that the next word is for, if it is for one of those that stand in order. */
    Optional<Option> next() {
        long before = words.stream().filter(word -> named(word).isEmpty()).count();
        return spec.inOrder().stream().skip(before).findFirst();
    }

    /** What else can be given by its name, once all is given that must be. */
    List<Option> further() {
        return next().filter(Option::required).isPresent()
                ? List.of()
                : spec.options().stream()
                        .filter(option -> option.kind() != Option.Kind.MESSAGE
                                && !spec.inOrder().contains(option))
                        .filter(option -> words.stream().noneMatch(word -> gives(word, option)))
                        .toList();
    }

    private static boolean gives(String word, Option option) {
        return word.equals(option.name()) || word.startsWith(option.name() + "=");
    }
}
