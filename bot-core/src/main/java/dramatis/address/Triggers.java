package dramatis.address;

import static java.util.stream.Collectors.joining;

import dramatis.message.UserNotice;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the bot answers in a channel. As text, the form of the setting {@code TRIGGER}: words and {@code chance=0.1}
 * joined by commas, or {@code commands} alone for none of them. Private chats have no say in it.
 *
 * @param mention messages that mention the bot
 * @param reply messages that reply to a character's
 * @param name messages that call a character by name
 * @param all every message
 * @param chance how likely any other message is answered, from 0 (never) to 1
 */
public record Triggers(boolean mention, boolean reply, boolean name, boolean all, double chance) {
    /** Nothing but slash commands. */
    public static final Triggers COMMANDS = new Triggers(false, false, false, false, 0);

    /** Where nobody chose: mentions, replies and names. */
    public static final Triggers DEFAULT = new Triggers(true, true, true, false, 0);

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final String NONE = "commands";
    private static final String CHANCE = "chance=";

    /** @throws SettingException where the chance is none */
    public Triggers {
        if (!(chance >= 0 && chance <= 1)) {
            throw badChance(String.valueOf(chance));
        }
    }

    /**
     * Reads the text form; capitals, white space, order and repetition do not count.
     *
     * @throws SettingException where a word is unknown or missing, a chance is not above 0 and up to 1, or
     *     {@code commands} stands beside another word
     */
    public static Triggers parse(String text) {
        String dense = SPACE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        Set<String> words = new LinkedHashSet<>(List.of(dense.split(",")));
        words.remove("");
        if (words.isEmpty()) {
            refuse("");
        }
        if (words.remove(NONE)) {
            if (!words.isEmpty()) {
                throw new SettingException(UserNotice.of("channel.trigger.commands"));
            }
            return COMMANDS;
        }
        double chance = takeChance(words);
        Triggers triggers = new Triggers(
                words.remove("mention"), words.remove("reply"), words.remove("name"), words.remove("all"), chance);
        words.stream().findFirst().ifPresent(Triggers::refuse);
        return triggers;
    }

    private static double takeChance(Set<String> words) {
        Optional<String> word =
                words.stream().filter(each -> each.startsWith(CHANCE)).findFirst();
        word.ifPresent(words::remove);
        return word.map(found -> chance(found.substring(CHANCE.length()))).orElse(0.0);
    }

    private static double chance(String text) {
        double chance;
        try {
            chance = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw badChance(text);
        }
        if (!(chance > 0 && chance <= 1)) {
            throw badChance(text);
        }
        return chance;
    }

    private static SettingException badChance(String text) {
        return new SettingException(UserNotice.of("channel.trigger.chance", text));
    }

    private static void refuse(String word) {
        throw new SettingException(UserNotice.of("channel.trigger.unknown", word));
    }

    /** The text form, which {@link #parse} reads. */
    public String text() {
        String words = Stream.of(
                        mention ? "mention" : "",
                        reply ? "reply" : "",
                        name ? "name" : "",
                        all ? "all" : "",
                        chance > 0 ? CHANCE + BigDecimal.valueOf(chance).toPlainString() : "")
                .filter(word -> !word.isEmpty())
                .collect(joining(","));
        return words.isEmpty() ? NONE : words;
    }
}
