package dramatis.discord;

import dramatis.access.Caller;
import dramatis.access.Rights;
import dramatis.command.Attachment;
import dramatis.command.CommandCall;
import dramatis.command.CommandSpec;
import dramatis.message.ConversationRef;
import dramatis.message.Place;
import dramatis.message.UserRef;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;

/** Makes the core's calls of what people ask for on Discord. For any thread. */
final class Calling {
    private static final Duration FETCHING = Duration.ofSeconds(30);

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

    /** A call with its files, which Discord keeps; one that is too large is not fetched beyond what tells that. */
    static CommandCall with(List<OptionMapping> files, CommandCall call) {
        CommandCall whole = call;
        for (OptionMapping file : files) {
            whole = whole.with(file.getName(), fetched(file.getAsAttachment()));
        }
        return whole;
    }

    private static Attachment fetched(Message.Attachment file) {
        if (file.getSize() > Attachment.LARGEST) {
            return new Attachment(file.getFileName(), new byte[Attachment.LARGEST + 1]);
        }
        try (InputStream content = file.getProxy().download().get(FETCHING.toSeconds(), TimeUnit.SECONDS)) {
            byte[] bytes = content.readNBytes(Attachment.LARGEST + 1);
            return new Attachment(file.getFileName(), bytes);
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new DiscordException("a file could not be fetched from Discord", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DiscordException("interrupted while a file was fetched", e);
        }
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
            } else if (known && option.getType() != OptionType.ATTACHMENT) {
                options.put(option.getName(), option.getAsString());
            }
        }
        return options;
    }
}
