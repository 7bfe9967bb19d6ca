package dramatis.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A guild of a {@link DiscordServer} with places of all kinds to talk in, and somebody in each: text channels, threads,
 * posts in a forum, private chats, and channels where the bot may make no webhooks.
 *
 * @param places in the order of their making
 */
public record DiscordTown(DiscordServer server, List<Place> places) {
    /** A place and who talks there. */
    public record Place(DiscordServerChannel channel, DiscordServerMember person) {}

    private static final int KINDS = 5;

    public DiscordTown {
        places = List.copyOf(places);
    }

    /** Somebody says a numbered line to the bot. */
    public void say(Place place, int line) {
        server.says(place.person(), place.channel(), server.self().mention() + " line " + line + ".");
    }

    /** Text channels only. */
    public static DiscordTown ofChannels(DiscordServer server, int count) {
        DiscordServerGuild guild = server.guild("Town");
        return new DiscordTown(
                server,
                IntStream.range(0, count)
                        .mapToObj(i -> new Place(guild.channel("channel-" + i), guild.member("person" + i)))
                        .toList());
    }

    /** So many places of each of the five kinds. */
    public static DiscordTown mixed(DiscordServer server, int each) {
        DiscordServerGuild guild = server.guild("Town");
        DiscordServerChannel forum = guild.forum("forum");
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < each * KINDS; i++) {
            DiscordServerMember person = guild.member("person" + i);
            places.add(new Place(place(server, guild, forum, person, i), person));
        }
        return new DiscordTown(server, places);
    }

    private static DiscordServerChannel place(
            DiscordServer server,
            DiscordServerGuild guild,
            DiscordServerChannel forum,
            DiscordServerMember person,
            int number) {
        return switch (number % KINDS) {
            case 0 -> guild.channel("channel-" + number);
            case 1 -> guild.channel("threads-" + number).thread("thread-" + number, person);
            case 2 -> forum.post("post-" + number, person, "Talk here.");
            case 3 -> server.dm(person);
            default -> guild.channel("plain-" + number).deny(guild.botRole(), DiscordServerPermission.MANAGE_WEBHOOKS);
        };
    }
}
