package dramatis.telegram;

import static java.util.Objects.requireNonNull;

import dramatis.command.CommandSpec;
import dramatis.command.TypedCommand;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command as it is written on Telegram: {@code /persona_use@some_bot wren}. Commands of several words are one word
 * here, with underscores; written with spaces they are understood too.
 *
 * @param word what follows the slash, in lower case
 * @param bot for which bot; empty where it does not say
 * @param rest what follows
 */
record Written(String word, Optional<String> bot, String rest) {
    private static final Pattern FORM = Pattern.compile("(?s)/([A-Za-z0-9_-]{1,64})(?:@(\\w{3,32}))?(?:\\s+(.*))?");

    Written {
        requireNonNull(word, "word");
        requireNonNull(bot, "bot");
        requireNonNull(rest, "rest");
    }

    static Optional<Written> read(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new Written(
                        matcher.group(1).toLowerCase(Locale.ROOT),
                        Optional.ofNullable(matcher.group(2)),
                        Optional.ofNullable(matcher.group(3)).orElse("")))
                : Optional.empty();
    }

    /** A command's name as Telegram takes it. */
    static String flat(String name) {
        return name.replace(' ', '_').replace('-', '_');
    }

    boolean isFor(Me me) {
        return bot.isEmpty() || me.called(bot.get());
    }

    /** What it asks for; its name is one that is not among these where it asks for nothing. */
    TypedCommand typed(List<CommandSpec> specs) {
        String name = specs.stream()
                .map(CommandSpec::name)
                .filter(one -> flat(one).equals(word))
                .findFirst()
                .orElse(word);
        return TypedCommand.read("/" + name + " " + rest, specs);
    }
}
