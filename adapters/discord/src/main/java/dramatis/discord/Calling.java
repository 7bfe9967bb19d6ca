package dramatis.discord;

import dramatis.access.Caller;
import dramatis.access.Rights;
import dramatis.command.CommandCall;
import dramatis.command.CommandSpec;
import dramatis.message.ConversationRef;
import dramatis.message.Place;
import dramatis.message.UserRef;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;

/** Makes the core's calls of what people ask for on Discord. For any thread. */
final class Calling {
    private final Locales locales;

    Calling(Locales locales) {
        this.locales = locales;
    }

    /** A call with these options, by whoever is behind an interaction. */
    CommandCall call(Interaction interaction, String command, Map<String, String> options) {
        ConversationRef conversation = conversation(interaction);
        return new CommandCall(
                command,
                options,
                conversation,
                caller(interaction, conversation),
                name(interaction),
                locale(interaction));
    }

    /** The language of whoever is behind an interaction, which is remembered. */
    Locale locale(Interaction interaction) {
        Locale told = interaction.getUserLocale().toLocale();
        locales.learn(interaction.getUser().getId(), told);
        return locales.of(interaction.getUser().getId(), told);
    }

    private static ConversationRef conversation(Interaction interaction) {
        return Optional.ofNullable(interaction.getChannel())
                .map(Spots::ref)
                .orElseGet(() ->
                        new ConversationRef(DiscordOptions.PLATFORM, String.valueOf(interaction.getChannelId()), ""));
    }

    private static Caller caller(Interaction interaction, ConversationRef conversation) {
        UserRef user =
                new UserRef(DiscordOptions.PLATFORM, interaction.getUser().getId());
        Guild guild = interaction.getGuild();
        return guild == null
                ? Caller.inPrivate(user, Place.of(conversation))
                : new Caller(user, Reading.place(guild), false, rights(interaction));
    }

    private static Rights rights(Interaction interaction) {
        return () -> Optional.ofNullable(interaction.getMember())
                .filter(member -> member.hasPermission(Permission.MANAGE_SERVER))
                .isPresent();
    }

    private static String name(Interaction interaction) {
        return Optional.ofNullable(interaction.getMember())
                .map(Member::getEffectiveName)
                .orElseGet(() -> interaction.getUser().getEffectiveName());
    }

    /** What was given with a command, as the core takes it. */
    static Map<String, String> options(CommandSpec spec, List<OptionMapping> given) {
        Map<String, String> options = new HashMap<>();
        for (OptionMapping option : given) {
            boolean known = spec.options().stream().anyMatch(one -> one.name().equals(option.getName()));
            if (known && option.getType() == OptionType.BOOLEAN) {
                if (option.getAsBoolean()) {
                    options.put(option.getName(), "yes");
                }
            } else if (known) {
                options.put(option.getName(), option.getAsString());
            }
        }
        return options;
    }
}
