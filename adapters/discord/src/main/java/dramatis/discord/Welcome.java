package dramatis.discord;

import dramatis.message.UserNotice;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;

/** One short message in a server that the bot has just come to. Returns at once. */
final class Welcome {
    private final Notices notices;

    Welcome(Notices notices) {
        this.notices = notices;
    }

    /** Called for servers that JDA calls new: not those that it knows from before, or that were away for a while. */
    void say(Guild guild) {
        channel(guild).ifPresent(channel -> notices.post(channel, UserNotice.of("discord.welcome")));
    }

    /** The channel for such messages, or the first where the bot may write. */
    private static Optional<TextChannel> channel(Guild guild) {
        return Stream.concat(Stream.ofNullable(guild.getSystemChannel()), guild.getTextChannels().stream())
                .filter(Access::maySpeak)
                .findFirst();
    }
}
