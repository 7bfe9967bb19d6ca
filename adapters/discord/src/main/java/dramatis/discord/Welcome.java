package dramatis.discord;

import dramatis.message.UserNotice;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;

/** One short message in a server that the bot has just come to. Returns at once. */
final class Welcome {
    /** A server that was away for a while looks like a new one. */
    private static final Duration NEW = Duration.ofMinutes(10);

    private final Notices notices;
    private final Locales locales;

    Welcome(Notices notices, Locales locales) {
        this.notices = notices;
        this.locales = locales;
    }

    void say(Guild guild) {
        if (guild.getSelfMember()
                .getTimeJoined()
                .isAfter(OffsetDateTime.now(ZoneOffset.UTC).minus(NEW))) {
            channel(guild).ifPresent(channel -> {
                locales.spoken(channel.getId(), Reading.locale(guild));
                notices.post(channel, UserNotice.of("discord.welcome"), locales.in(channel.getId()));
            });
        }
    }

    /** The channel for such messages, or the first where the bot may write. */
    private static Optional<TextChannel> channel(Guild guild) {
        return Stream.concat(Stream.ofNullable(guild.getSystemChannel()), guild.getTextChannels().stream())
                .filter(Access::maySpeak)
                .findFirst();
    }
}
