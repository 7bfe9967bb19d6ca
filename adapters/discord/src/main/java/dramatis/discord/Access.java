package dramatis.discord;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;

/** What the bot may do in channels, as JDA knows it without asking. Pure but for that. */
final class Access {
    /** What an invitation asks for: no more, no less. */
    static final Set<Permission> NEEDED = EnumSet.of(
            Permission.VIEW_CHANNEL,
            Permission.MESSAGE_SEND,
            Permission.MESSAGE_SEND_IN_THREADS,
            Permission.MANAGE_WEBHOOKS,
            Permission.MESSAGE_HISTORY,
            Permission.MESSAGE_EMBED_LINKS);

    private Access() {}

    /** Whether the bot may write there. */
    static boolean maySpeak(Channel channel) {
        return !(channel instanceof GuildChannel guild)
                || guild.getGuild().getSelfMember().hasPermission(guild, Permission.VIEW_CHANNEL, speaking(guild));
    }

    private static Permission speaking(GuildChannel channel) {
        return channel instanceof ThreadChannel ? Permission.MESSAGE_SEND_IN_THREADS : Permission.MESSAGE_SEND;
    }

    /** What of {@link #NEEDED} the bot lacks in a channel. */
    static List<Permission> missing(GuildChannel channel) {
        return NEEDED.stream()
                .filter(needed -> !channel.getGuild().getSelfMember().hasPermission(channel, needed))
                .toList();
    }

    /** Whether not everybody in the server may see a channel. */
    static boolean closedToEveryone(GuildChannel channel) {
        return !channel.getGuild().getPublicRole().hasPermission(channel, Permission.VIEW_CHANNEL);
    }
}
