package dramatis.discord;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.ChannelType;

/**
 * What is missing on Discord, in sentences for whoever runs the bot: for the log, for doctor, for status. Safe for use by
 * many threads; asks Discord nothing.
 */
public final class DiscordHealth {
    static final String CONTENT_MISSING =
            "Discord does not let the bot read messages, so it answers only mentions, replies"
                    + " to its own messages that ping it, /say and private chats; names and overheard talk are lost on it. Turn on"
                    + " \"Message Content Intent\" in the developer portal, page Bot, and start again.";

    private static final Set<ChannelType> TALKS = EnumSet.of(ChannelType.TEXT, ChannelType.NEWS, ChannelType.FORUM);

    /** So many channels are named in one sentence. */
    private static final int NAMED = 3;

    private final Link link;
    private final Whispers whispers;

    DiscordHealth(Link link, Whispers whispers) {
        this.link = link;
        this.whispers = whispers;
    }

    /**
     * What a look at Discord found.
     *
     * @param problems all that is missing
     * @param invite where an admin lets the bot into a server; empty where Discord did not let it in itself
     */
    public record Look(List<String> problems, Optional<String> invite) {
        public Look {
            problems = List.copyOf(problems);
            requireNonNull(invite, "invite");
        }
    }

    /** Connects for a moment, and answers nobody; blocks for half a minute at most. */
    public static Look ask(DiscordOptions options) {
        Calls calls = new Calls();
        try (Link link = new Link(options, event -> {})) {
            link.open();
            DiscordHealth health = new DiscordHealth(link, new Whispers(link, calls, new Posted(), options));
            return new Look(health.problems(), health.invite());
        } catch (DiscordException e) {
            return new Look(List.of(String.valueOf(e.getMessage())), Optional.empty());
        } finally {
            calls.close();
        }
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
        Map<List<Permission>, List<String>> channels = new LinkedHashMap<>();
        guild.getChannels().stream()
                .filter(channel -> TALKS.contains(channel.getType()))
                .filter(channel -> guild.getSelfMember().hasPermission(channel, Permission.VIEW_CHANNEL))
                .forEach(channel -> channels.computeIfAbsent(Access.missing(channel), missing -> new ArrayList<>())
                        .add("#" + channel.getName()));
        channels.remove(List.of());
        return channels.entrySet().stream()
                .map(entry -> problem(guild, entry.getValue(), entry.getKey()))
                .toList();
    }

    /** As Discord's settings call it, where JDA does not. */
    private static String name(Permission permission) {
        return permission == Permission.MESSAGE_HISTORY ? "Read Message History" : permission.getName();
    }

    private static String problem(Guild guild, List<String> channels, List<Permission> missing) {
        String some = channels.stream().limit(NAMED).collect(Collectors.joining(", "));
        String more = channels.size() > NAMED ? " and " + (channels.size() - NAMED) + " more" : "";
        return "In " + some + more + " (" + guild.getName() + ") the bot lacks: "
                + missing.stream().map(DiscordHealth::name).collect(Collectors.joining(", "))
                + ". Give them to its role in the channel's settings, page Permissions.";
    }
}
