package dramatis.benchmarks;

import dramatis.testkit.DiscordMischief;
import dramatis.testkit.DiscordServer;
import dramatis.testkit.DiscordServerFault;
import dramatis.testkit.DiscordServerFault.Kind;
import dramatis.testkit.DiscordTalk;
import dramatis.testkit.DiscordTally;
import dramatis.testkit.DiscordTown;
import dramatis.testkit.ModelServer;
import dramatis.testkit.ModelServerEcho;
import dramatis.testkit.ModelServerFlavor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * People in sixty places of a Discord where three requests in ten go wrong, before or after their effect, the gateway
 * breaks again and again and webhooks are deleted: how many lines were lost, answered twice or out of order, by the
 * server's own messages. The first argument says how many lines (2,040 by default), the second is the
 * seed, and the third after how many minutes nobody says anything more (60).
 */
public final class DiscordFaultRun {
    private static final int EACH_KIND = 12;
    private static final double SHARE = 0.3;
    private static final Duration MISCHIEF = Duration.ofSeconds(10);

    private DiscordFaultRun() {}

    public static void main(String[] args) throws Exception {
        int lines = args.length > 0 ? Integer.parseInt(args[0]) : 2040;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 11;
        long minutes = args.length > 2 ? Long.parseLong(args[2]) : 60;
        try (DiscordServer discord = DiscordServer.start();
                ModelServer model = ModelServer.of(ModelServerFlavor.VLLM)
                        .replies(new ModelServerEcho())
                        .start();
                DiscordTheatre theatre = new DiscordTheatre(discord, model, 8)) {
            DiscordTown town = DiscordTown.mixed(discord, EACH_KIND);
            theatre.start();
            discord.faults().schedule(seed, SHARE, faults());
            long begun = System.nanoTime();
            try (DiscordMischief mischief = new DiscordMischief(town, seed, MISCHIEF)) {
                DiscordTalk talk = new DiscordTalk(town, Duration.ofMinutes(2), 0.2);
                DiscordTally tally = watched(talk, town, lines, 2 * minutes);
                report(tally, discord, mischief, (System.nanoTime() - begun) / 1e9);
            }
        }
    }

    /** Says every half minute how far it is, and stops it when its time is up. */
    private static DiscordTally watched(DiscordTalk talk, DiscordTown town, int lines, long halfMinutes)
            throws InterruptedException, ExecutionException {
        CompletableFuture<DiscordTally> run = CompletableFuture.supplyAsync(
                () -> talk.run(lines / town.places().size()));
        for (long i = 1; ; i++) {
            try {
                return run.get(30, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                DiscordTally now = DiscordTally.of(town);
                System.err.println(now.lines() + " lines, " + now.replies() + " replies");
                if (i == halfMinutes) {
                    talk.stop();
                }
            }
        }
    }

    /** A hanging request costs its client twenty seconds, a global limit all of them one: they are rarer than the others. */
    private static List<DiscordServerFault> faults() {
        List<DiscordServerFault> often = Stream.of(Kind.values())
                .filter(kind -> kind != Kind.HANG && kind != Kind.GLOBAL_LIMIT)
                .map(kind -> new DiscordServerFault(kind, Duration.ofMillis(100)))
                .toList();
        return Stream.of(
                        often,
                        often,
                        often,
                        List.of(
                                DiscordServerFault.of(Kind.HANG),
                                DiscordServerFault.globalLimit(Duration.ofMillis(100))))
                .flatMap(List::stream)
                .toList();
    }

    private static void report(DiscordTally tally, DiscordServer discord, DiscordMischief mischief, double seconds) {
        Map<String, Integer> fired = new TreeMap<>();
        Stream.of(Kind.values())
                .forEach(kind -> fired.put(kind.toString(), discord.faults().fired(kind)));
        int requests = discord.requests().size();
        System.out.printf(
                "%d lines, %d replies in %.0f s; notices that stand: %d%n",
                tally.lines(), tally.replies(), seconds, tally.notices());
        System.out.printf(
                "faults in %d of %d requests (%.0f %%): %s%n",
                discord.faults().fired(), requests, 100.0 * discord.faults().fired() / requests, fired);
        System.out.println("beside them: " + new TreeMap<>(mischief.fired()));
        System.out.println("lost: " + tally.lost() + ", a notice in place of a reply: " + tally.told()
                + ", posted twice: " + tally.doubled() + ", out of order: " + tally.disordered());
        tally.faults().forEach(System.out::println);
        tally.transcripts().forEach(System.out::println);
    }
}
