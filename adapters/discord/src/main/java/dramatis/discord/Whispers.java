package dramatis.discord;

import dramatis.message.MessageRef;
import dramatis.message.Segment;
import dramatis.platform.OwnerChannel;
import dramatis.platform.Whisper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.ApplicationInfo;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends thoughts to the owner, or into a channel that is closed to everybody. Safe for use by many threads; may block. */
final class Whispers implements OwnerChannel {
    private static final Logger log = LoggerFactory.getLogger(Whispers.class);

    private final Link link;
    private final Calls calls;
    private final Posted posted;
    private final DiscordOptions options;
    private volatile Optional<String> owner = Optional.empty();

    /** What stood in the way the last time, by where it went; the log tells each once. */
    private final Map<String, String> problems = new ConcurrentHashMap<>();

    Whispers(Link link, Calls calls, Posted posted, DiscordOptions options) {
        this.link = link;
        this.calls = calls;
        this.posted = posted;
        this.options = options;
    }

    /** What keeps thoughts from their reader. */
    List<String> problems() {
        return List.copyOf(problems.values());
    }

    @Override
    public void whisper(Whisper whisper) {
        String to = whisper.channelId().orElse("");
        try {
            JDA jda = link.jda();
            Optional<? extends MessageChannel> channel =
                    whisper.channelId().isPresent() ? closed(jda, to) : privately(jda);
            channel.ifPresent(one -> {
                pages(jda, whisper).forEach(page -> send(jda, one, page, whisper.channelId()));
                problems.remove(to);
            });
        } catch (ErrorResponseException e) {
            refused(to, e);
        } catch (InsufficientPermissionException e) {
            problem(
                    to,
                    "Thoughts cannot be posted to channel " + to + ": the permission "
                            + e.getPermission().getName() + " is missing there.");
        }
    }

    private void refused(String to, ErrorResponseException e) {
        problem(
                to,
                Calls.is(e, ErrorResponse.CANNOT_SEND_TO_USER)
                        ? "The owner takes no private messages from the bot, so no thoughts are sent. Allow direct messages from"
                                + " members of a server that both are in."
                        : "Thoughts could not be sent: Discord answered " + e.getErrorCode() + ", " + e.getMeaning()
                                + ".");
    }

    private void problem(String to, String what) {
        if (!what.equals(problems.put(to, what))) {
            log.warn(what);
        }
    }

    /** The channel, if at this moment not everybody may see it. */
    private Optional<GuildMessageChannel> closed(JDA jda, String id) {
        Optional<GuildMessageChannel> channel = Optional.ofNullable(jda.getChannelById(GuildMessageChannel.class, id));
        Optional<GuildMessageChannel> closed = channel.filter(Access::closedToEveryone);
        if (closed.isEmpty()) {
            problem(
                    id,
                    channel.isEmpty()
                            ? "The channel " + id + " for thoughts is gone, or the bot may not see it; nothing is sent."
                            : "Everybody may see the channel " + id
                                    + " for thoughts, so nothing is sent. Take View Channel from @everyone there.");
        }
        return closed;
    }

    /** The owner's private chat; nothing once it was refused, until the program starts anew. */
    private Optional<MessageChannel> privately(JDA jda) {
        return problems.containsKey("")
                ? Optional.empty()
                : Optional.of(calls.get(jda.openPrivateChannelById(owner(jda))));
    }

    /** The user whose the bot is, once that is known. */
    Optional<String> owner() {
        return options.ownerId().or(() -> owner);
    }

    /** The user whose the bot is: as it is set, else the application's owner, of a team its owner. */
    String owner(JDA jda) {
        if (owner.isEmpty()) {
            owner = options.ownerId().or(() -> Optional.of(asked(jda)));
        }
        return owner.orElseThrow();
    }

    private String asked(JDA jda) {
        ApplicationInfo application = Patience.retrying(() -> calls.get(jda.retrieveApplicationInfo()));
        return Optional.ofNullable(application.getTeam())
                .map(team -> team.getOwnerId())
                .orElseGet(() ->
                        Optional.of(application.getOwner()).map(User::getId).orElseThrow());
    }

    private void send(JDA jda, MessageChannel channel, String page, Optional<String> channelId) {
        // it may have been opened a moment ago
        if (channelId.isPresent() && closed(jda, channelId.get()).isEmpty()) {
            return;
        }
        String key = UUID.randomUUID().toString().substring(0, 23);
        String id = Patience.retrying(
                        () -> calls.get(channel.sendMessage(Sent.message(page)).setNonce(key)))
                .getId();
        posted.posted(id, Optional.empty());
    }

    private List<String> pages(JDA jda, Whisper whisper) {
        String head = "**" + Escape.text(whisper.name()) + "**"
                + whisper.about().map(ref -> " " + jumpLink(jda, ref)).orElse("") + "\n";
        List<Segment.Visible> lines = new ArrayList<>();
        for (Segment.Hidden hidden : whisper.hidden()) {
            if (hidden.kind() == Segment.Hidden.Kind.THOUGHT && !hidden.text().isBlank()) {
                lines.add(Segment.action(hidden.text().strip()));
            }
        }
        return Pages.of(lines, head);
    }

    /** Where Discord jumps to a message. */
    private static String jumpLink(JDA jda, MessageRef ref) {
        String channel = Spots.id(ref.conversation());
        String guild = Optional.ofNullable(jda.getChannelById(GuildMessageChannel.class, channel))
                .map(one -> one.getGuild().getId())
                .orElse("@me");
        return "https://discord.com/channels/" + guild + "/" + channel + "/" + ref.messageId();
    }
}
