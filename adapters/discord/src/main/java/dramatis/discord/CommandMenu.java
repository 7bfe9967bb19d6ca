package dramatis.discord;

import dramatis.access.Role;
import dramatis.command.CommandSpec;
import dramatis.command.CommandSpec.Option;
import dramatis.message.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/**
 * The core's commands as Discord's: {@code persona use} is the subcommand {@code use} of {@code persona}. Discord has no
 * command that can be called itself and has subcommands too: {@code scene} beside several of {@code scene …} is
 * {@code scene show}, and a single {@code reset undo} beside {@code reset} is {@code reset-undo}. Pure.
 */
final class CommandMenu {
    private static final int LONGEST_NAME = 32;
    private static final int LONGEST_TEXT = 100;
    private static final int LONGEST_OPTION = 6000;

    /** Up to here an option is something to choose, beyond it something to write. */
    private static final int CHOSEN = 200;

    private final Map<String, CommandSpec> byPath = new LinkedHashMap<>();
    private final Locale locale;

    /** @param locale of the descriptions that people see who have another language than those that are translated */
    CommandMenu(List<CommandSpec> specs, Locale locale) {
        this.locale = locale;
        specs.forEach(spec -> byPath.put(path(spec.name(), specs), spec));
    }

    private static String path(String name, List<CommandSpec> specs) {
        String group = name.split(" ", 2)[0];
        boolean bare = specs.stream().anyMatch(spec -> spec.name().equals(group));
        long longer = specs.stream()
                .filter(spec -> spec.name().startsWith(group + " "))
                .count();
        if (name.equals(group)) {
            return longer > 1 ? group + " show" : group;
        }
        String rest = name.substring(group.length() + 1).replace(' ', '-');
        return bare && longer == 1 ? group + "-" + rest : group + " " + rest;
    }

    /** The command that somebody called, by its name on Discord. */
    Optional<CommandSpec> spec(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** The command in the menu of messages that somebody chose, by its name there. */
    Optional<CommandSpec> specOfMenu(String name) {
        return onMessages().filter(spec -> menuName(spec, locale).equals(name)).findFirst();
    }

    private Stream<CommandSpec> onMessages() {
        return byPath.values().stream().filter(CommandSpec::onMessages);
    }

    /** All that Discord is to show. */
    List<CommandData> all() {
        return Stream.<CommandData>concat(
                        commands().stream(),
                        onMessages().limit(Commands.MAX_MESSAGE_COMMANDS).map(this::menu))
                .toList();
    }

    private CommandData menu(CommandSpec spec) {
        return Commands.message(menuName(spec, locale))
                .setNameLocalization(DiscordLocale.ENGLISH_US, menuName(spec, Locale.ENGLISH))
                .setNameLocalization(DiscordLocale.ENGLISH_UK, menuName(spec, Locale.ENGLISH))
                .setNameLocalization(DiscordLocale.CHINESE_CHINA, menuName(spec, Locale.SIMPLIFIED_CHINESE))
                .setContexts(InteractionContextType.GUILD, InteractionContextType.BOT_DM)
                .setDefaultPermissions(permissions(List.of(spec)));
    }

    private static String menuName(CommandSpec spec, Locale locale) {
        String name = Phrases.in(locale).text(spec.menuKey());
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    /** What is typed with a slash. */
    List<SlashCommandData> commands() {
        Map<String, SlashCommandData> commands = new LinkedHashMap<>();
        byPath.forEach((path, spec) -> {
            String[] words = path.split(" ", 2);
            if (words.length == 1) {
                commands.put(path, command(path, spec).addOptions(options(spec)));
            } else {
                commands.computeIfAbsent(words[0], group -> group(group, spec))
                        .addSubcommands(subcommand(words[1], spec));
            }
        });
        return List.copyOf(commands.values());
    }

    private SlashCommandData command(String name, CommandSpec spec) {
        SlashCommandData command = Commands.slash(name, description(spec.phraseKey(), locale));
        translations(spec.phraseKey()).forEach(command::setDescriptionLocalization);
        return command.setContexts(InteractionContextType.GUILD, InteractionContextType.BOT_DM)
                .setDefaultPermissions(permissions(List.of(spec)));
    }

    /** Nobody reads a group's description, but it has one. */
    private SlashCommandData group(String group, CommandSpec first) {
        List<CommandSpec> members = byPath.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(group + " "))
                .map(Map.Entry::getValue)
                .toList();
        return command(group, first).setDefaultPermissions(permissions(members));
    }

    /** A convenience: who may is decided by the desk. */
    private static DefaultMemberPermissions permissions(List<CommandSpec> specs) {
        boolean admins = specs.stream()
                .allMatch(
                        spec -> spec.who().least() == Role.ADMIN && !spec.who().own());
        return admins
                ? DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER)
                : DefaultMemberPermissions.ENABLED;
    }

    private SubcommandData subcommand(String name, CommandSpec spec) {
        SubcommandData subcommand = new SubcommandData(name, description(spec.phraseKey(), locale));
        translations(spec.phraseKey()).forEach(subcommand::setDescriptionLocalization);
        return subcommand.addOptions(options(spec));
    }

    /** Discord wants those first that must be given. */
    private List<OptionData> options(CommandSpec spec) {
        List<Option> options = new ArrayList<>(spec.options());
        options.removeIf(option -> option.kind() == Option.Kind.MESSAGE);
        options.sort(Comparator.comparing(option -> !option.required()));
        return options.stream().map(option -> option(spec, option)).toList();
    }

    private OptionData option(CommandSpec spec, Option option) {
        String key = spec.phraseKey() + "." + option.name();
        OptionData data = new OptionData(type(option), option.name(), description(key, locale), option.required());
        translations(key).forEach(data::setDescriptionLocalization);
        if (option.kind() == Option.Kind.TEXT) {
            data.setMaxLength(Math.min(option.longest(), LONGEST_OPTION)).setAutoComplete(option.longest() <= CHOSEN);
        }
        return data;
    }

    private static OptionType type(Option option) {
        return switch (option.kind()) {
            case TEXT -> OptionType.STRING;
            case USER -> OptionType.USER;
            case FLAG -> OptionType.BOOLEAN;
            case FILE -> OptionType.ATTACHMENT;
            case MESSAGE -> throw new IllegalArgumentException("nobody types a message's id");
        };
    }

    private static Map<DiscordLocale, String> translations(String key) {
        return Map.of(
                DiscordLocale.ENGLISH_US, description(key, Locale.ENGLISH),
                DiscordLocale.ENGLISH_UK, description(key, Locale.ENGLISH),
                DiscordLocale.CHINESE_CHINA, description(key, Locale.SIMPLIFIED_CHINESE));
    }

    private static String description(String key, Locale locale) {
        String text = Phrases.in(locale).text(key);
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }
}
