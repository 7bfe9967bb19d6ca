package dramatis.app;

import static java.util.Objects.requireNonNull;

import dramatis.Bot;
import dramatis.characters.CharacterPortraits;
import dramatis.characters.PortableCharacters;
import dramatis.discord.DiscordAdapter;
import dramatis.discord.DiscordOptions;
import dramatis.inference.InferenceEngine;
import dramatis.persistence.Database;
import dramatis.persona.PersonaStore;
import dramatis.platform.ChatAdapter;
import dramatis.telegram.TelegramAdapter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A bot on chat platforms, from its opening to its end. */
final class Run {
    /** What is older is not caught up with. */
    private static final Duration MISSED = Duration.ofDays(1);

    private final Settings settings;
    private final Surroundings surroundings;
    private final Watch watch;
    private final Ending ending;

    Run(Settings settings, Surroundings surroundings, Watch watch, Ending ending) {
        this.settings = requireNonNull(settings, "settings");
        this.surroundings = requireNonNull(surroundings, "surroundings");
        this.watch = requireNonNull(watch, "watch");
        this.ending = requireNonNull(ending, "ending");
    }

    /** Runs until the process is asked to end. */
    void hold(Database database, InferenceEngine engine, PersonaStore personas) throws InterruptedException {
        var first = personas.find(settings.characters().first())
                .orElseThrow(() -> CommandFailure.usage("There is no character "
                        + settings.characters().first()
                        + " (CHARACTER); dramatis characters list shows who there is."));
        try (var bot = new Bot(
                database.stores(),
                personas,
                Optional.of(new PortableCharacters()),
                engine,
                Bots.settings(settings, first.id(), engine, true),
                watch.telemetry())) {
            bot.start();
            for (var adapter : adapters(bot, database)) {
                bot.attach(adapter);
                say(state(adapter));
                adapter.problems().forEach(this::say);
                pairing(adapter).ifPresent(this::say);
            }
            say("Ctrl-C ends it.");
            watch.see(bot, engine);
            ending.await();
            say("Ending: what is being said is finished, or goes on at the next start.");
        }
    }

    private void say(String sentence) {
        surroundings.out().println(sentence);
        surroundings.out().flush();
    }

    private static String state(ChatAdapter adapter) {
        return adapter.platform()
                + adapter.self().map(name -> " is up as " + name + ".").orElse(" is not up yet.");
    }

    private List<ChatAdapter> adapters(Bot bot, Database database) {
        var adapters = new ArrayList<ChatAdapter>();
        settings.discord().map(discord -> discord(discord, bot, database)).ifPresent(adapters::add);
        settings.telegram().map(telegram -> telegram(telegram, bot, database)).ifPresent(adapters::add);
        return adapters;
    }

    private DiscordAdapter discord(PlatformSettings discord, Bot bot, Database database) {
        return new DiscordAdapter(
                Platforms.discord(settings, discord),
                bot::commands,
                new CharacterPortraits(Cast.folder(settings)),
                () -> database.sessions()
                        .lastHeard(DiscordOptions.PLATFORM, Instant.now().minus(MISSED)));
    }

    private TelegramAdapter telegram(PlatformSettings telegram, Bot bot, Database database) {
        return new TelegramAdapter(
                Platforms.telegram(settings, telegram),
                bot::commands,
                new TelegramMemory(database.adapters()),
                settings.channel().triggers());
    }

    private static Optional<String> pairing(ChatAdapter adapter) {
        return adapter instanceof TelegramAdapter telegram
                ? telegram.pairingCode()
                        .map(code -> "To be its owner on Telegram, send the bot within fifteen minutes: /pair " + code)
                : Optional.empty();
    }
}
