package dramatis.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;

/**
 * What is missing on Discord, in sentences for whoever runs the bot: for the log, for doctor, for status. Safe for use by
 * many threads; asks Discord nothing.
 */
public final class DiscordHealth {
    static final String CONTENT_MISSING =
            "Discord does not let the bot read messages, so it answers only mentions, replies"
                    + " to its own messages that ping it, /say and private chats; names and overheard talk are lost on it. Turn on"
                    + " \"Message Content Intent\" in the developer portal, page Bot, and start again.";

    private final Link link;
    private final Whispers whispers;

    DiscordHealth(Link link, Whispers whispers) {
        this.link = link;
        this.whispers = whispers;
    }

    /** All that is missing; empty where nothing is. */
    public List<String> problems() {
        Optional<JDA> jda = link.now();
        if (jda.isEmpty() || !link.connected()) {
            return List.of(link.reason());
        }
        List<String> problems = new ArrayList<>();
        if (!link.content()) {
            problems.add(CONTENT_MISSING);
        }
        if (jda.get().getGuilds().isEmpty()) {
            problems.add("The bot is in no server yet. Invite it: " + invite(jda.get()));
        }
        jda.get().getGuilds().forEach(guild -> problems.addAll(problems(guild)));
        problems.addAll(whispers.problems());
        return problems;
    }

    /** Where an admin lets the bot into a server, with exactly the permissions that it needs; empty while not connected. */
    public Optional<String> invite() {
        return link.now().map(DiscordHealth::invite);
    }

    private static String invite(JDA jda) {
        return jda.setRequiredScopes("applications.commands").getInviteUrl(Access.NEEDED);
    }

    /** What lacks in a server's channels; those that the bot may not see were closed to it on purpose. */
    static List<String> problems(Guild guild) {
        return guild.getTextChannels().stream()
                .filter(channel -> guild.getSelfMember().hasPermission(channel, Permission.VIEW_CHANNEL))
                .flatMap(channel -> problem(channel).stream())
                .toList();
    }

    private static Optional<String> problem(TextChannel channel) {
        List<Permission> missing = Access.missing(channel);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "In #" + channel.getName() + " (" + channel.getGuild().getName() + ") the bot lacks: "
                                + missing.stream().map(Permission::getName).collect(Collectors.joining(", ")) + ".");
    }
}
