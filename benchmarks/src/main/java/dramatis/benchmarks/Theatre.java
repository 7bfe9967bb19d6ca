package dramatis.benchmarks;

import dramatis.Bot;
import dramatis.address.ChannelSettings;
import dramatis.inference.Sampling;
import dramatis.openai.OpenAiEngine;
import dramatis.openai.OpenAiOptions;
import dramatis.persistence.Database;
import dramatis.persona.Persona;
import dramatis.persona.PersonaStore;
import dramatis.persona.Quota;
import dramatis.turn.TurnIntake;
import dramatis.turn.TurnPlayer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A whole bot between a crowd and a model server: its own database on disk, its own engine. */
final class Theatre implements AutoCloseable {
    private static final Persona WREN = new Persona(
            "wren",
            "Wren",
            Optional.empty(),
            "Wren is a small bird that repeats the last number it heard.",
            "",
            "",
            "",
            List.of(),
            List.of(),
            "",
            List.of());

    private final Database database;
    private final OpenAiEngine engine;
    private final Bot bot;
    private final Crowd crowd = new Crowd();

    Theatre(int seats, URI... servers) throws IOException {
        database = Database.open(Files.createTempDirectory("dramatis-benchmark"));
        engine = OpenAiEngine.open(OpenAiOptions.of(servers).withPatience(Duration.ofSeconds(2)));
        engine.check();
        bot = new Bot(database.stores(), onlyWren(), engine, settings("wren", seats));
        bot.start();
        bot.attach(crowd);
    }

    /** How every bot that is measured is set. */
    static Bot.Settings settings(String persona, int seats) {
        return new Bot.Settings(
                persona,
                Set.of(),
                seats,
                400,
                new TurnPlayer.Settings(
                        Sampling.DEFAULT.withMaxTokens(64),
                        Duration.ofHours(1),
                        Duration.ofHours(1),
                        Duration.ofMillis(200)),
                new TurnIntake.Limits(10_000, 4000),
                ChannelSettings.DEFAULT,
                Map.of(),
                Quota.DEFAULT);
    }

    static PersonaStore onlyWren() {
        return new PersonaStore() {
            @Override
            public Optional<Persona> find(String id) {
                return Optional.of(WREN).filter(wren -> wren.id().equals(id));
            }

            @Override
            public List<Persona> list() {
                return List.of(WREN);
            }
        };
    }

    Crowd crowd() {
        return crowd;
    }

    @Override
    public void close() {
        bot.close();
        engine.close();
        database.close();
    }
}
