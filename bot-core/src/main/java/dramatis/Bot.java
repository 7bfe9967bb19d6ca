package dramatis;

import static java.util.Objects.requireNonNull;

import dramatis.access.AccessStore;
import dramatis.access.Authoriser;
import dramatis.address.Attention;
import dramatis.address.ChannelSettings;
import dramatis.address.ChannelSettingsStore;
import dramatis.address.Channels;
import dramatis.command.ChatCommands;
import dramatis.command.CommandDesk;
import dramatis.command.Greeting;
import dramatis.delivery.Lanes;
import dramatis.delivery.PostStore;
import dramatis.delivery.Postman;
import dramatis.delivery.Thoughts;
import dramatis.delivery.ThoughtsRoute;
import dramatis.delivery.ThoughtsStore;
import dramatis.inference.InferenceEngine;
import dramatis.message.UserRef;
import dramatis.persona.AuthoredPersonaStore;
import dramatis.persona.CharacterFiles;
import dramatis.persona.PeopleStore;
import dramatis.persona.PersonaStore;
import dramatis.persona.Quota;
import dramatis.persona.Repertoire;
import dramatis.platform.ChatAdapter;
import dramatis.platform.InboundHandler;
import dramatis.privacy.PrivacyStore;
import dramatis.session.Session;
import dramatis.session.SessionManager;
import dramatis.session.SessionStore;
import dramatis.telemetry.Load;
import dramatis.telemetry.MeteredEngine;
import dramatis.telemetry.MeteredPostStore;
import dramatis.telemetry.Telemetry;
import dramatis.turn.Actor;
import dramatis.turn.InferenceWorker;
import dramatis.turn.Introductions;
import dramatis.turn.Prompter;
import dramatis.turn.ScriptWriter;
import dramatis.turn.TurnIntake;
import dramatis.turn.TurnPlayer;
import dramatis.turn.TurnPoster;
import dramatis.turn.TurnQueue;
import dramatis.turn.TurnStore;
import dramatis.turn.Turns;
import dramatis.turn.Usher;
import dramatis.turn.WaitNotices;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/**
 * The whole core, put together: stores, an engine and characters make a bot, and adapters are attached to it.
 *
 * <pre>{@code
 * Bot bot = new Bot(stores, personas, engine, settings);
 * bot.start();
 * bot.attach(adapter);
 * }</pre>
 */
public final class Bot implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Always the same, so that a message that is read again after a restart is decided about as before. */
    private static final long CHANCE_SEED = 20_260_501;

    private static final Duration LAST_POSTS = Duration.ofSeconds(2);
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(1), Duration.ofSeconds(5));

    private final ExecutorService threads = Executors.newCachedThreadPool(daemons("lane"));
    private final Lanes lanes = new Lanes(threads);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(daemons("timer"));
    private final List<ChatAdapter> adapters = new CopyOnWriteArrayList<>();
    private final SessionManager sessions;
    private final Postman postman;
    private final Turns turns;
    private final InboundHandler intake;
    private final InferenceWorker worker;
    private final CommandDesk commands;
    private final TurnQueue queue = new TurnQueue();
    private final int seats;

    /** Where a bot keeps what it must not lose. */
    public record Stores(
            SessionStore sessions,
            TurnStore turns,
            PostStore posts,
            AuthoredPersonaStore personas,
            AccessStore access,
            ChannelSettingsStore channels,
            PeopleStore people,
            PrivacyStore privacy,
            ThoughtsStore thoughts) {
        public Stores {
            requireNonNull(sessions, "sessions");
            requireNonNull(turns, "turns");
            requireNonNull(posts, "posts");
            requireNonNull(personas, "personas");
            requireNonNull(access, "access");
            requireNonNull(channels, "channels");
            requireNonNull(people, "people");
            requireNonNull(privacy, "privacy");
            requireNonNull(thoughts, "thoughts");
        }
    }

    /**
     * How a bot behaves.
     *
     * @param persona the id of the character that answers where nobody was chosen
     * @param owners who runs it
     * @param seats how many turns are played at once
     * @param planTokens the budget of a plan
     * @param play how turns are played
     * @param limits what is refused
     * @param channel how it behaves in channels where nobody chose
     * @param thoughts where thoughts go until the owner chooses, by platform
     * @param quota what one person may have kept
     */
    public record Settings(
            String persona,
            Set<UserRef> owners,
            int seats,
            int planTokens,
            TurnPlayer.Settings play,
            TurnIntake.Limits limits,
            ChannelSettings channel,
            Map<String, Thoughts> thoughts,
            Quota quota) {
        public Settings {
            requireNonNull(persona, "persona");
            owners = Set.copyOf(owners);
            requireNonNull(play, "play");
            requireNonNull(limits, "limits");
            requireNonNull(channel, "channel");
            thoughts = Map.copyOf(thoughts);
            requireNonNull(quota, "quota");
        }
    }

    /** A bot where characters neither come nor go as files. */
    public Bot(Stores stores, PersonaStore personas, InferenceEngine engine, Settings settings) {
        this(stores, personas, Optional.empty(), engine, settings, Telemetry.NONE);
    }

    /**
     * A bot.
     *
     * @param files where characters come and go as files
     * @param telemetry is told of what it does
     */
    public Bot(
            Stores stores,
            PersonaStore personas,
            Optional<CharacterFiles> files,
            InferenceEngine unmetered,
            Settings settings,
            Telemetry telemetry) {
        InferenceEngine engine = new MeteredEngine(unmetered, telemetry);
        InstantSource clock = InstantSource.system();
        Repertoire repertoire = new Repertoire(personas, stores.personas());
        Channels channels = new Channels(stores.channels(), settings.channel());
        Authoriser authoriser =
                new Authoriser(stores.access(), user -> settings.owners().contains(user) || ownsAPlatform(user));
        sessions =
                new SessionManager(stores.sessions(), repertoire, stores.people(), settings.persona(), channels, clock);
        ThoughtsRoute thoughts = new ThoughtsRoute(stores.thoughts(), settings.thoughts());
        postman = new Postman(lanes, new MeteredPostStore(stores.posts(), telemetry), thoughts, PAUSES);
        TurnPoster poster = new TurnPoster(stores.turns(), sessions, postman, stores.posts(), channels, telemetry);
        turns = new Turns(
                stores.turns(),
                queue,
                poster,
                new WaitNotices(postman, timer, PATIENCE),
                telemetry,
                timer,
                settings.play().pause(),
                clock);
        Attention attention = new Attention(CHANCE_SEED);
        TurnIntake turnIntake = new TurnIntake(
                sessions,
                stores.sessions(),
                stores.turns(),
                turns,
                new Usher(attention, channels, sessions, repertoire, stores.turns(), stores.posts(), authoriser),
                stores.channels(),
                settings.limits(),
                clock);
        intake = new Introductions(sessions, stores.people(), turnIntake);
        ScriptWriter writer =
                new ScriptWriter(engine, settings.play().sampling().maxTokens());
        Prompter prompter = new Prompter(writer, stores.sessions(), stores.turns());
        TurnPlayer player = new TurnPlayer(
                sessions,
                stores.turns(),
                turns,
                poster,
                prompter,
                new Actor(engine, settings.planTokens()),
                settings.play(),
                clock);
        seats = settings.seats();
        worker = new InferenceWorker(queue, turns, player, seats);
        commands = ChatCommands.desk(new ChatCommands.Parts(
                repertoire,
                stores.personas(),
                sessions,
                stores.sessions(),
                stores.turns(),
                stores.posts(),
                turns,
                prompter,
                intake,
                engine,
                stores.access(),
                stores.channels(),
                settings.channel(),
                stores.people(),
                stores.privacy(),
                files,
                settings.quota(),
                thoughts,
                this::problems,
                authoriser,
                telemetry,
                clock));
    }

    /** Lets the seats begin to play. */
    public void start() {
        worker.start();
    }

    /** Brings a platform up: first goes on with what was left open there, then lets its events in. */
    public void attach(ChatAdapter adapter) {
        adapters.add(adapter);
        postman.attach(adapter);
        turns.resume(adapter.platform());
        adapter.start(intake);
    }

    /** Has the character of a session say its first words there; nothing where it has none. */
    public void greet(Session session) {
        sessions.persona(session).ifPresent(persona -> Greeting.of(turns, session, persona));
    }

    public CommandDesk commands() {
        return commands;
    }

    public SessionManager sessions() {
        return sessions;
    }

    /** What it is at. */
    public Load load() {
        return new Load(queue.size(), worker.playing(), worker.living(), seats);
    }

    private boolean ownsAPlatform(UserRef user) {
        return adapters.stream().anyMatch(adapter -> adapter.owner().equals(Optional.of(user)));
    }

    private List<String> problems(String platform) {
        return adapters.stream()
                .filter(adapter -> adapter.platform().equals(platform))
                .flatMap(adapter -> adapter.problems().stream())
                .toList();
    }

    /** What is wrong with the platforms just now, each in a sentence for operators; nothing where all are up. */
    public List<String> troubles() {
        return adapters.stream().flatMap(adapter -> adapter.trouble().stream()).toList();
    }

    /**
     * Lets the seats and the lanes finish what they are at, for some seconds each, and takes the platforms down; what is
     * open then stays on disk, for the next start. The engine and the stores are the caller's.
     */
    @Override
    public void close() {
        worker.close();
        timer.shutdownNow();
        try {
            lanes.close(LAST_POSTS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        adapters.forEach(ChatAdapter::close);
        threads.shutdownNow();
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
