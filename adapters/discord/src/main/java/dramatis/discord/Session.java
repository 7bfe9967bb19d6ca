package dramatis.discord;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import okhttp3.OkHttpClient;

/** One run of JDA, from its start to its end. */
final class Session implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int LONGEST_PAUSE = 60;
    private static final Duration REST_TIMEOUT = Duration.ofSeconds(20);

    static {
        // what mentions nobody anywhere else says so itself; this is for what forgets to
        MessageRequest.setDefaultMentions(Set.of());
        MessageRequest.setDefaultMentionRepliedUser(false);
        // whoever runs the bot is told in a sentence of ours
        Message.suppressContentIntentWarning();
    }

    private final CompletableFuture<Optional<CloseCode>> end = new CompletableFuture<>();
    private final ScheduledThreadPoolExecutor scheduler =
            new ScheduledThreadPoolExecutor(2, Daemons.named("discord-limits"));
    private final OkHttpClient http;
    private final JDA jda;

    /**
     * Starts one.
     *
     * @param content whether it asks for what people write, the privileged intent MESSAGE_CONTENT
     * @throws net.dv8tion.jda.api.exceptions.InvalidTokenException where the token is none
     */
    Session(DiscordOptions options, boolean content, EventListener events) {
        http = new OkHttpClient.Builder()
                .addInterceptor(new PostedOnce())
                .addInterceptor(new Pace())
                .readTimeout(REST_TIMEOUT)
                .writeTimeout(REST_TIMEOUT)
                .build();
        jda = JDABuilder.createLight(options.token(), intents(content))
                .setRestConfig(new RestConfig().setBaseUrl(options.base()))
                .setSessionController(new ServedGateway(options, http))
                .setHttpClient(http)
                .setRateLimitScheduler(scheduler, true)
                .setRateLimitElastic(Executors.newCachedThreadPool(Daemons.named("discord-rest")), true)
                .setCompression(Compression.ZLIB)
                .setMaxReconnectDelay(LONGEST_PAUSE)
                .setEnableShutdownHook(false)
                .addEventListeners((EventListener) this::follow, events)
                .build();
    }

    private static Collection<GatewayIntent> intents(boolean content) {
        EnumSet<GatewayIntent> intents = EnumSet.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES);
        if (content) {
            intents.add(GatewayIntent.MESSAGE_CONTENT);
        }
        return intents;
    }

    private void follow(GenericEvent event) {
        if (event instanceof ShutdownEvent shutdown) {
            end.complete(Optional.ofNullable(shutdown.getCloseCode()));
        }
    }

    JDA jda() {
        return jda;
    }

    /** Does something when all guilds are known, or now where they are; on a thread of JDA's. */
    void whenReady(Runnable task) {
        jda.addEventListener((EventListener) event -> {
            if (event instanceof ReadyEvent) {
                task.run();
            }
        });
        if (jda.getStatus() == JDA.Status.CONNECTED) {
            task.run();
        }
    }

    /** Done when it is over, with why, where Discord said why. */
    CompletableFuture<Optional<CloseCode>> end() {
        return end;
    }

    /** Ends it; what is not done in a few seconds is not done. */
    @Override
    public void close() {
        jda.shutdown();
        try {
            if (!jda.awaitShutdown(PATIENCE)) {
                jda.shutdownNow();
            }
        } catch (InterruptedException e) {
            jda.shutdownNow();
            Thread.currentThread().interrupt();
        }
        scheduler.shutdownNow();
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }
}
