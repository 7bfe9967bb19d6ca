package dramatis.discord;

import static dramatis.discord.TestingDiscord.delivery;
import static dramatis.discord.TestingDiscord.ref;

import dramatis.message.Segment;
import dramatis.testkit.DiscordServerChannel;
import java.util.List;
import java.util.stream.IntStream;

/** Prints how fast the adapter connects and posts, with Discord's limits enforced. */
final class FiguresDemo {
    private FiguresDemo() {}

    public static void main(String[] arguments) {
        int each = arguments.length == 0 ? 10 : Integer.parseInt(arguments[0]);
        try (TestingDiscord discord = new TestingDiscord()) {
            discord.server.limits().likeDiscord();
            long start = System.nanoTime();
            discord.start();
            System.out.printf("ready after %d ms%n", millis(start));
            List<DiscordServerChannel> channels = IntStream.range(0, 20)
                    .mapToObj(i -> discord.guild.channel("channel" + i))
                    .toList();
            TestingDiscord.eventually(
                    () -> discord.posted(delivery(0, ref(channels.get(19)), Segment.speech("Is it there?"))));
            posts(discord, channels.subList(0, 1), 4 * each);
            posts(discord, channels, each);
            System.out.println(
                    "limits violated: " + discord.server.limits().violations().size());
        }
    }

    private static void posts(TestingDiscord discord, List<DiscordServerChannel> channels, int each) {
        long start = System.nanoTime();
        channels.parallelStream()
                .forEach(channel -> IntStream.range(0, each)
                        .forEach(i -> discord.posted(delivery(i + 1, ref(channel), Segment.speech("Reply " + i)))));
        double seconds = millis(start) / 1000.0;
        System.out.printf("%d channels: %.1f posts/s%n", channels.size(), channels.size() * each / seconds);
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
