package dramatis.discord;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.CloseCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to Discord, kept up on a thread of its own: tried until it stands, and made again without what people
 * write where Discord does not grant that. Safe for use by many threads.
 */
final class Link implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Link.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** One failure in so many is told. */
    private static final int TOLD = 60;

    private final DiscordOptions options;
    private final EventListener events;
    private final Thread keeper = Daemons.named("discord-link").newThread(this::keep);
    private volatile CompletableFuture<JDA> standing = new CompletableFuture<>();
    private volatile Optional<Session> session = Optional.empty();
    private volatile boolean content = true;
    private volatile Optional<String> trouble = Optional.empty();
    private volatile boolean closed;
    private volatile boolean opening;
    private int failures;

    Link(DiscordOptions options, EventListener events) {
        this.options = options;
        this.events = events;
    }

    /**
     * Connects, and waits for that for a while; what is not there then is tried further.
     *
     * @throws DiscordException where it can never be
     */
    void open() {
        opening = true;
        keeper.start();
        try {
            standing.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            log.warn("Discord cannot be reached yet; trying on");
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            opening = false;
        }
    }

    /**
     * JDA, once it has been ready.
     *
     * @throws DiscordException where it is not there in time, or never will be
     */
    JDA jda() {
        try {
            return standing.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (TimeoutException e) {
            throw new DiscordException("Discord cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DiscordException("interrupted while Discord was waited for", e);
        }
    }

    /**
     * JDA, once it knows all servers again: it forgets them when a session is lost. After a while as it is.
     *
     * @throws DiscordException as {@link #jda}
     */
    JDA whole() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JDA jda = jda();
        while (jda.getStatus() != JDA.Status.CONNECTED && System.nanoTime() - end < 0) {
            try {
                Thread.sleep(GLANCE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DiscordException("interrupted while Discord was waited for", e);
            }
            jda = jda();
        }
        return jda;
    }

    /** JDA, where it stands now. */
    Optional<JDA> now() {
        CompletableFuture<JDA> now = standing;
        return now.isDone() && !now.isCompletedExceptionally() ? Optional.of(now.join()) : Optional.empty();
    }

    /** Whether Discord tells what happens, at this moment. */
    boolean connected() {
        return now().filter(jda -> jda.getStatus().isInit()).isPresent();
    }

    /** Whether Discord lets the bot read what people write to each other. */
    boolean content() {
        return content;
    }

    private static DiscordException failure(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new DiscordException(String.valueOf(cause.getMessage()), e);
    }

    private void keep() {
        try {
            while (!closed && runs()) {
                // again
            }
        } catch (InterruptedException e) {
            // closed
        } catch (InvalidTokenException e) {
            fail(
                    "Discord does not know this DISCORD_TOKEN: copy it again from the developer portal, page Bot, Reset Token.");
        } catch (RuntimeException e) {
            log.error("the connection to Discord broke down", e);
            fail("Discord cannot be used: " + e.getMessage());
        }
    }

    /** Runs a session to its end; says whether there is to be another. */
    private boolean runs() throws InterruptedException {
        Session started;
        try {
            started = new Session(options, content, events);
        } catch (InvalidTokenException e) {
            throw e;
        } catch (RuntimeException e) {
            if (failures++ % TOLD == 0) {
                log.warn("Discord cannot be reached ({}); trying every {} s", e.getMessage(), PAUSE.toSeconds());
            }
            Thread.sleep(PAUSE.toMillis());
            return true;
        }
        try (started) {
            session = Optional.of(started);
            CompletableFuture<JDA> stands = standing;
            started.whenReady(() -> stands.complete(started.jda()));
            return !closed && ended(started.end().join());
        }
    }

    private boolean ended(Optional<CloseCode> why) {
        if (closed) {
            return false;
        }
        if (why.equals(Optional.of(CloseCode.DISALLOWED_INTENTS)) && content) {
            log.warn(DiscordHealth.CONTENT_MISSING);
            content = false;
            anew();
            return true;
        }
        if (why.equals(Optional.of(CloseCode.AUTHENTICATION_FAILED))) {
            throw new InvalidTokenException();
        }
        fail("Discord has closed the connection for good: "
                + why.map(CloseCode::getMeaning).orElse("no reason given"));
        return false;
    }

    private void anew() {
        if (standing.isDone()) {
            standing = new CompletableFuture<>();
        }
    }

    /** Why it does not stand. */
    String reason() {
        return trouble.orElse("Discord is not connected; trying on.");
    }

    private void fail(String why) {
        // at the start the exception tells it
        if (!opening) {
            log.error(why);
        }
        trouble = Optional.of(why);
        over(why);
    }

    private void over(String why) {
        anew();
        standing.completeExceptionally(new DiscordException(why));
    }

    @Override
    public void close() {
        closed = true;
        over("Discord is closed");
        keeper.interrupt();
        session.ifPresent(Session::close);
    }
}
