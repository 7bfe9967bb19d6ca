package dramatis.telegram;

import static java.util.Objects.requireNonNull;

import dramatis.address.Triggers;
import dramatis.command.CommandDesk;
import dramatis.message.UserRef;
import dramatis.platform.ChatAdapter;
import dramatis.platform.InboundHandler;
import dramatis.platform.Outbound;
import dramatis.platform.OwnerChannel;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/** Telegram as a platform, by telegrambots. All of its methods may be called on any thread. */
public final class TelegramAdapter implements ChatAdapter {
    private final TelegramOptions options;
    private final Supplier<CommandDesk> desk;
    private final Triggers triggers;
    private final Connections connections = new Connections();
    private final Trouble trouble = new Trouble();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2, Daemons.named("telegram-timer"));
    private final Order running = new Order("telegram-command");
    private final Order answers = new Order("telegram-answer");
    private final Api api;
    private final Inbox inbox;
    private final Owner owner;
    private final Whispers whispers;
    private final Stage stage;
    private final Ingest ingest;
    private final Polling polling;

    /**
     * Makes one, which connects when it is started.
     *
     * @param desk asked for once there is something to run
     * @param triggers what the bot is to answer where nobody chose
     */
    public TelegramAdapter(
            TelegramOptions options, Supplier<CommandDesk> desk, TelegramStore store, Triggers triggers) {
        this.options = requireNonNull(options, "options");
        this.desk = requireNonNull(desk, "desk");
        this.triggers = requireNonNull(triggers, "triggers");
        api = new Api(options, connections);
        inbox = new Inbox(api.pacer());
        owner = new Owner(options, store, InstantSource.system());
        Moves moves = new Moves();
        Locales locales = new Locales(options.locale());
        People people = new People();
        Wording wording = new Wording(people);
        Admins admins = new Admins(api);
        Sending sending = new Sending(api, (from, to) -> moves.moved(from, to).ifPresent(inbox::accept));
        Controls controls = new Controls(moves, sending, api.pacer(), timer);
        Notices notices = new Notices(moves, sending, locales);
        whispers = new Whispers(api, sending, owner);
        stage = new Stage(
                moves,
                new Speaking(moves, sending),
                new Drafts(api),
                notices,
                new Typing(api, moves, timer),
                new Erasing(moves, sending),
                controls);
        Asking asking = new Asking(sending, wording, people);
        Confirming confirming = new Confirming();
        Answering answering = new Answering(api, sending, wording, asking, confirming);
        Documents documents = new Documents(api);
        Commands commands = new Commands(
                desk, admins, people, asking, answering, documents, new Deleting(sending, admins, inbox), answers);
        ingest = new Ingest(
                new Ingest.Parts(
                        store,
                        owner,
                        people,
                        locales,
                        moves,
                        admins,
                        commands,
                        asking,
                        answering,
                        documents,
                        new Buttons(api, locales, commands, asking, confirming, answering, controls, admins),
                        new Welcome(sending, wording),
                        notices),
                inbox,
                running,
                answers);
        polling = new Polling(options, connections, api, trouble, this::connected, ingest);
    }

    private void connected(Me me) {
        ingest.me(me);
        answers.put(0, () -> new CommandMenu(desk.get().specs(), options.locale()).register(api));
    }

    @Override
    public String platform() {
        return TelegramOptions.PLATFORM;
    }

    /**
     * Connects; where Telegram cannot be reached within ten seconds it goes on trying.
     *
     * @throws TelegramException where that can never do, with a sentence that says what to do
     */
    @Override
    public void start(InboundHandler handler) {
        inbox.handler(handler);
        polling.open();
    }

    @Override
    public Outbound outbound() {
        return stage;
    }

    @Override
    public Optional<OwnerChannel> ownerChannel() {
        return Optional.of(whispers);
    }

    @Override
    public Optional<String> trouble() {
        return trouble.now().or(() -> whispers.problems().stream().findFirst());
    }

    @Override
    public Optional<String> self() {
        return health().name();
    }

    @Override
    public Optional<UserRef> owner() {
        return owner.id().map(id -> new UserRef(TelegramOptions.PLATFORM, id));
    }

    @Override
    public List<String> problems() {
        return health().problems();
    }

    /** What pairs whoever sends {@code /pair} and it as the owner; empty where there is one, or once it is of no use. */
    public Optional<String> pairingCode() {
        return owner.code();
    }

    /** What is missing on Telegram, for whoever runs the bot. */
    public TelegramHealth health() {
        return new TelegramHealth(ingest.me(), triggers, trouble.now(), whispers.problems());
    }

    /** Ends everything within ten seconds; requests that wait for Telegram's limits are let go. */
    @Override
    public void close() {
        polling.stop();
        running.stop();
        answers.stop();
        timer.shutdown();
        api.close();
        connections.close();
        polling.close();
        running.close();
        answers.close();
        timer.shutdownNow();
    }
}
