package dramatis.benchmarks;

import dramatis.Bot;
import dramatis.characters.CharacterCatalog;
import dramatis.characters.CharacterPortraits;
import dramatis.command.CommandDesk;
import dramatis.discord.DiscordAdapter;
import dramatis.discord.DiscordOptions;
import dramatis.openai.OpenAiEngine;
import dramatis.openai.OpenAiOptions;
import dramatis.persistence.Database;
import dramatis.testkit.DiscordServer;
import dramatis.testkit.ModelServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.dv8tion.jda.internal.utils.JDALogger;

/** A whole bot between a Discord and a model server, with its database on disk. */
final class DiscordTheatre implements AutoCloseable {
    static {
        JDALogger.setFallbackLoggerEnabled(false);
    }

    private final Database database;
    private final OpenAiEngine engine;
    private final Bot bot;
    private final DiscordAdapter adapter;

    DiscordTheatre(DiscordServer discord, ModelServer model, int seats) throws IOException {
        Path folder = Files.createTempDirectory("dramatis-benchmark");
        database = Database.open(folder);
        engine = OpenAiEngine.open(OpenAiOptions.of(model.url()).withPatience(Duration.ofSeconds(2)));
        engine.check();
        bot = new Bot(database.stores(), CharacterCatalog.bundled(), engine, Theatre.settings("biscuit", seats));
        adapter = adapter(folder, discord);
    }

    void start() {
        bot.start();
        bot.attach(adapter);
    }

    private DiscordAdapter adapter(Path folder, DiscordServer discord) {
        return new DiscordAdapter(
                new DiscordOptions(discord.token(), URI.create(discord.apiUrl()), Optional.empty(), Optional.empty()),
                this::commands,
                new CharacterPortraits(folder),
                () -> database.sessions()
                        .lastHeard(DiscordOptions.PLATFORM, Instant.now().minus(Duration.ofDays(1))));
    }

    private CommandDesk commands() {
        return bot.commands();
    }

    @Override
    public void close() {
        bot.close();
        engine.close();
        database.close();
    }
}
