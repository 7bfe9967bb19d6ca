package dramatis.app;

import static java.util.Objects.requireNonNull;

import dramatis.Bot;
import dramatis.characters.PortableCharacters;
import dramatis.console.ConsoleAdapter;
import dramatis.console.ConsoleOptions;
import dramatis.console.ConsoleStreams;
import dramatis.inference.InferenceEngine;
import dramatis.message.ConversationRef;
import dramatis.persistence.Database;
import dramatis.persona.Persona;
import dramatis.session.SessionManager;
import dramatis.session.SessionStore.Opened;
import dramatis.session.Viewpoint;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** A bot on the console, from its opening to its end. */
final class Chat {
    private final Settings settings;
    private final Surroundings surroundings;
    private final Playbill playbill;
    private final Watch watch;

    Chat(Settings settings, Surroundings surroundings, Playbill playbill, Watch watch) {
        this.settings = requireNonNull(settings, "settings");
        this.surroundings = requireNonNull(surroundings, "surroundings");
        this.playbill = requireNonNull(playbill, "playbill");
        this.watch = requireNonNull(watch, "watch");
    }

    /** Talks until the person leaves; the program's exit status. */
    int hold(Database database, InferenceEngine engine, boolean showThoughts, boolean showPlan)
            throws InterruptedException {
        var console = console(engine.name(), showThoughts, showPlan);
        var stores = database.stores();
        try (var bot = new Bot(
                stores,
                playbill.personas(),
                Optional.of(new PortableCharacters()),
                engine,
                Bots.settings(settings, first().id(), engine, isTerminal()),
                watch.telemetry())) {
            var opened = open(bot, console);
            var backstage =
                    new ConsoleBackstage(console.conversation(), bot.sessions(), stores.sessions(), stores.turns());
            var adapter = isTerminal()
                    ? ConsoleAdapter.onTerminal(console, bot::commands, backstage)
                    : ConsoleAdapter.onPipe(console, ConsoleStreams.ofProcess(), bot::commands, backstage);
            bot.start();
            bot.attach(adapter);
            watch.see(bot, engine);
            if (isTerminal() && opened.fresh()) {
                bot.greet(opened.session());
            }
            adapter.awaitEnd();
            return adapter.anyTurnFailed() ? CommandFailure.FAILED : 0;
        }
    }

    /** Who was asked for, or who played last, or whom the settings name. */
    private Opened open(Bot bot, ConsoleOptions console) {
        var current = playbill.chosen().isPresent()
                ? Optional.<Opened>empty()
                : bot.sessions().current(console.conversation()).map(session -> new Opened(session, false));
        return current.orElseGet(() -> begin(bot.sessions(), console.conversation()));
    }

    /** Whoever was named on the command line is that person; else it is who they said they are. */
    private Opened begin(SessionManager sessions, ConversationRef place) {
        return playbill.named()
                ? sessions.choose(place, first(), playbill.userName(), playbill.userProfile())
                : sessions.choose(new Viewpoint(place, ConsoleOptions.OWNER, true), first(), playbill.userName(), "");
    }

    private Persona first() {
        var words = settings.characters().first();
        return playbill.chosen()
                .or(() -> playbill.personas().find(words))
                .orElseThrow(() -> CommandFailure.usage("There is no character " + words
                        + " (CHARACTER); dramatis characters list shows who there is."));
    }

    private ConsoleOptions console(String model, boolean showThoughts, boolean showPlan) {
        return new ConsoleOptions(
                playbill.userName(),
                playbill.chatId(),
                model,
                showThoughts,
                showPlan,
                ConsoleOptions.coloursWanted(),
                history(),
                surroundings.directory(),
                settings.language().orElseGet(Locale::getDefault));
    }

    /** What was typed is not kept beside a database that nobody else may read. */
    private Optional<Path> history() {
        var file = settings.data().directory().resolve("console-history");
        return settings.data().key().isPresent() ? Optional.empty() : Optional.of(file);
    }

    /**
     * Whether a person sits at a terminal. From JDK 22 on only because the launcher asks for
     * {@code -Djdk.console=java.base}.
     */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isTerminal() {
        return System.console() != null;
    }
}
