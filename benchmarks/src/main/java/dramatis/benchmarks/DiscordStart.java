package dramatis.benchmarks;

import dramatis.testkit.DiscordServer;
import dramatis.testkit.DiscordTally;
import dramatis.testkit.DiscordTown;
import dramatis.testkit.ModelServer;
import dramatis.testkit.ModelServerEcho;
import dramatis.testkit.ModelServerFlavor;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How long {@code dramatis run} takes from the start of its process until Discord is up, and until the reply to a line
 * that is said then; with a new data folder first, then with the same. The first argument is the launcher, the second
 * says how many starts (5 by default).
 */
public final class DiscordStart {
    private static final long GLANCE_MILLIS = 5;

    private DiscordStart() {}

    private record Times(double up, double replied) {}

    public static void main(String[] args) throws Exception {
        int starts = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        Path folder = Files.createTempDirectory("dramatis-benchmark");
        try (DiscordServer discord = DiscordServer.start();
                ModelServer model = ModelServer.of(ModelServerFlavor.VLLM)
                        .replies(new ModelServerEcho())
                        .start()) {
            DiscordTown town = DiscordTown.ofChannels(discord, 1);
            List<Times> times = new ArrayList<>();
            for (int i = 0; i <= starts; i++) {
                times.add(time(process(args[0], folder, discord, model), town, i));
            }
            System.out.printf(
                    "new folder: up after %.2f s, reply after %.2f s%n", times.get(0).up, times.get(0).replied);
            List<Times> later = times.subList(1, times.size());
            System.out.printf(
                    "%d further starts, median: up after %.2f s, reply after %.2f s%n",
                    starts,
                    median(later.stream().map(Times::up).toList()),
                    median(later.stream().map(Times::replied).toList()));
        }
    }

    private static ProcessBuilder process(String launcher, Path folder, DiscordServer discord, ModelServer model) {
        ProcessBuilder builder = new ProcessBuilder(launcher, "run")
                .directory(folder.toFile())
                .redirectError(folder.resolve("errors").toFile());
        builder.environment().put("DISCORD_TOKEN", discord.token());
        builder.environment().put("DISCORD_API_URL", discord.apiUrl());
        builder.environment().put("MODEL_URL", model.url().toString());
        return builder;
    }

    /** The line is said as soon as it is up. */
    private static Times time(ProcessBuilder builder, DiscordTown town, int line)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String printed = out.readLine();
            while (printed != null && !printed.startsWith("discord is up")) {
                printed = out.readLine();
            }
            double up = (System.nanoTime() - begun) / 1e9;
            town.say(town.places().get(0), line);
            while (!DiscordTally.of(town).faults().isEmpty()) {
                Thread.sleep(GLANCE_MILLIS);
            }
            return new Times(up, (System.nanoTime() - begun) / 1e9);
        } finally {
            process.destroy();
            process.waitFor(1, TimeUnit.MINUTES);
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
