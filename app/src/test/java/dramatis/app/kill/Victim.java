package dramatis.app.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import dramatis.Bot;
import dramatis.address.ChannelSettings;
import dramatis.characters.CharacterCatalog;
import dramatis.djl.DjlEngine;
import dramatis.djl.EngineOptions;
import dramatis.inference.Sampling;
import dramatis.persistence.Database;
import dramatis.persona.Quota;
import dramatis.turn.TurnIntake;
import dramatis.turn.TurnPlayer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * A bot to be killed: the real core, stores and engine, on a platform that outlives it. Takes messages from its standard
 * input, a line each ({@code place id text}), and prints the id of each once it is taken. At the end of its input it
 * ends when nothing is open any more.
 */
final class Victim {
    private static final int SEATS = 1;

    private Victim() {}

    public static void main(String[] args) throws InterruptedException {
        Path folder = Path.of(args[0]);
        FilePlatform platform =
                new FilePlatform(folder.resolve("platform"), Duration.ofMillis(Long.parseLong(args[2])));
        Database database = Database.open(folder.resolve("data"));
        DjlEngine engine = DjlEngine.load(EngineOptions.of(Path.of(args[1])).withThreads(1));
        Bot bot = new Bot(database.stores(), CharacterCatalog.bundled(), engine, settings());
        bot.attach(platform);
        bot.start();
        System.out.println("ready");
        new BufferedReader(new InputStreamReader(System.in, UTF_8)).lines().forEach(line -> say(platform, line));
        while (!database.turns().open().isEmpty()) {
            Thread.sleep(20);
        }
        bot.close();
        engine.close();
        database.close();
    }

    private static void say(FilePlatform platform, String line) {
        String[] parts = line.split(" ", 3);
        if (platform.say(FilePlatform.place(Integer.parseInt(parts[0])), parts[1], parts[2])) {
            System.out.println(parts[1]);
        }
    }

    private static Bot.Settings settings() {
        Sampling sampling = Sampling.DEFAULT.withMaxTokens(24).withSeed(11);
        return new Bot.Settings(
                "biscuit",
                Set.of(),
                SEATS,
                6,
                new TurnPlayer.Settings(sampling, Duration.ofHours(1), Duration.ofHours(1), Duration.ofSeconds(5)),
                new TurnIntake.Limits(10_000, 4000),
                ChannelSettings.DEFAULT,
                Map.of(),
                Quota.DEFAULT);
    }
}
