package dramatis.benchmarks;

import dramatis.testkit.DiscordServer;
import dramatis.testkit.DiscordTalk;
import dramatis.testkit.DiscordTally;
import dramatis.testkit.DiscordTown;
import dramatis.testkit.ModelServer;
import dramatis.testkit.ModelServerEcho;
import dramatis.testkit.ModelServerFlavor;
import java.time.Duration;

/**
 * Lines answered a second on Discord by a model that answers at once, in one channel and over twenty, with Discord's
 * limits. The first argument says how many lines in each channel (30 by default).
 */
public final class DiscordThroughput {
    private DiscordThroughput() {}

    public static void main(String[] args) throws Exception {
        int lines = args.length > 0 ? Integer.parseInt(args[0]) : 30;
        talk(1, lines);
        talk(20, lines);
    }

    private static void talk(int channels, int lines) throws Exception {
        try (DiscordServer discord = DiscordServer.start();
                ModelServer model = ModelServer.of(ModelServerFlavor.VLLM)
                        .replies(new ModelServerEcho())
                        .start();
                DiscordTheatre theatre = new DiscordTheatre(discord, model, 8)) {
            DiscordTown town = DiscordTown.ofChannels(discord, channels);
            discord.limits().likeDiscord();
            theatre.start();
            DiscordTalk talk = new DiscordTalk(town, Duration.ofMinutes(2), 0);
            long begun = System.nanoTime();
            DiscordTally tally = talk.run(lines);
            double seconds = (System.nanoTime() - begun) / 1e9;
            System.out.printf(
                    "%2d channels: %d lines in %.1f s, %.2f a second; lost %d, twice %d; requests %d, refused %d,"
                            + " limits violated %d%n",
                    channels,
                    tally.lines(),
                    seconds,
                    tally.lines() / seconds,
                    tally.lost() + tally.told(),
                    tally.doubled(),
                    discord.requests().size(),
                    discord.limits().invalidRequests(),
                    discord.limits().violations().size());
            discord.limits().violations().forEach(System.out::println);
        }
    }
}
