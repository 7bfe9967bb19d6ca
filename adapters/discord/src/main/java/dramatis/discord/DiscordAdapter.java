package dramatis.discord;

import static java.util.Objects.requireNonNull;

import dramatis.command.CommandDesk;
import dramatis.message.UserRef;
import dramatis.persona.Portraits;
import dramatis.platform.ChatAdapter;
import dramatis.platform.InboundHandler;
import dramatis.platform.Outbound;
import dramatis.platform.OwnerChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.EventListener;

/** Discord as a platform, by JDA. All of its methods may be called on any thread. */
public final class DiscordAdapter implements ChatAdapter {
    private final Missed missed;
    private final Link link;
    private final Calls calls = new Calls();
    private final Posted posted = new Posted();
    private final Locales locales;
    private final Spots spots;
    private final Notices notices;
    private final Whispers whispers;
    private final Stage stage;
    private final Interactions interactions;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2, Daemons.named("discord-timer"));
    private final List<EventListener> listeners = new ArrayList<>();
    private Optional<Ingest> ingest = Optional.empty();

    /**
     * Makes one, which connects when it is started.
     *
     * @param desk asked for once there is something to run
     * @param portraits how characters look
     * @param missed where messages may have been missed
     */
    public DiscordAdapter(DiscordOptions options, Supplier<CommandDesk> desk, Portraits portraits, Missed missed) {
        this.missed = requireNonNull(missed, "missed");
        this.link = new Link(options, this::hear);
        this.locales = new Locales(options.locale());
        this.spots = new Spots(link, calls);
        this.notices = new Notices(link, spots, calls, posted, locales);
        this.whispers = new Whispers(link, calls, posted, options);
        this.interactions = new Interactions(desk, calls, posted, locales, options);
        Hooks hooks = new Hooks(calls, portraits);
        Messages messages = new Messages(calls, hooks, posted);
        this.stage = new Stage(
                new Speaking(spots, calls, hooks, messages, new Posting(calls, posted)),
                notices,
                new Typing(link, timer),
                new Erasing(spots, messages, posted),
                new Controls(spots, messages));
    }

    private void hear(GenericEvent event) {
        listeners.forEach(listener -> listener.onEvent(event));
    }

    @Override
    public String platform() {
        return DiscordOptions.PLATFORM;
    }

    /**
     * Connects; where Discord cannot be reached within half a minute it goes on trying.
     *
     * @throws DiscordException where that can never do, with a sentence that says what to do
     */
    @Override
    public void start(InboundHandler handler) {
        Ingest taken = new Ingest(handler);
        ingest = Optional.of(taken);
        listeners.add(new Events(
                taken,
                new Reading(locales, posted::has),
                posted,
                new CatchUp(spots, calls, missed),
                notices,
                locales,
                new Welcome(notices)));
        listeners.add(interactions);
        listeners.add(this::learnOwner);
        link.open();
    }

    private void learnOwner(GenericEvent event) {
        if (event instanceof ReadyEvent) {
            timer.execute(() -> whispers.owner(event.getJDA()));
        }
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
        return link.connected() ? Optional.empty() : Optional.of(link.reason());
    }

    @Override
    public Optional<String> self() {
        return link.now().map(jda -> jda.getSelfUser().getName());
    }

    @Override
    public Optional<UserRef> owner() {
        return whispers.owner().map(id -> new UserRef(DiscordOptions.PLATFORM, id));
    }

    @Override
    public List<String> problems() {
        return health().problems();
    }

    /** What is missing on Discord, for whoever runs the bot. */
    public DiscordHealth health() {
        return new DiscordHealth(link, whispers);
    }

    /** Ends everything within ten seconds: requests that wait for Discord's limits are let go. */
    @Override
    public void close() {
        calls.close();
        timer.shutdownNow();
        ingest.ifPresent(Ingest::close);
        interactions.close();
        link.close();
    }
}
