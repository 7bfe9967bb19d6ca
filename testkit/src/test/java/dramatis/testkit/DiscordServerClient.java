package dramatis.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ChunkingFilter;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.MemberCachePolicy;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import net.dv8tion.jda.internal.utils.JDALogger;
import org.awaitility.Awaitility;

/** The real JDA against a {@link DiscordServer}. */
final class DiscordServerClient {
    static {
        JDALogger.setFallbackLoggerEnabled(false);
        // JDA waits five seconds before it logs in again
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    private final List<GenericEvent> events = new CopyOnWriteArrayList<>();
    private final JDA jda;

    private DiscordServerClient(JDABuilder builder) {
        jda = builder.addEventListeners((EventListener) events::add).build();
    }

    /** A client that is logged in. */
    static DiscordServerClient connect(DiscordServer server) throws InterruptedException {
        DiscordServerClient client = start(server, Compression.NONE);
        client.jda.awaitReady();
        return client;
    }

    /** A client that is on its way. */
    static DiscordServerClient start(DiscordServer server, Compression compression) {
        return new DiscordServerClient(builder(server, server.token(), compression));
    }

    /** A client that wants to know all members, on its way. */
    static DiscordServerClient startWithMembers(DiscordServer server) {
        return new DiscordServerClient(builder(server, server.token(), Compression.NONE)
                .enableIntents(GatewayIntent.GUILD_MEMBERS)
                .setMemberCachePolicy(MemberCachePolicy.ALL)
                .setChunkingFilter(ChunkingFilter.ALL));
    }

    private static JDABuilder builder(DiscordServer server, String token, Compression compression) {
        return JDABuilder.createLight(
                        token,
                        GatewayIntent.GUILD_MESSAGES,
                        GatewayIntent.DIRECT_MESSAGES,
                        GatewayIntent.MESSAGE_CONTENT)
                .setCompression(compression)
                .setEnableShutdownHook(false)
                .setMaxReconnectDelay(32)
                .setSessionController(new OwnGateway(server))
                .setRestConfig(new RestConfig().setBaseUrl(server.apiUrl()));
    }

    /** JDA asks nobody for the gateway's address; this asks the server. */
    private static final class OwnGateway extends SessionControllerAdapter {
        private final DiscordServer server;

        private OwnGateway(DiscordServer server) {
            this.server = server;
        }

        @Override
        public String getGateway() {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.apiUrl() + "gateway/bot"))
                    .header("Authorization", "Bot " + server.token())
                    .build();
            try {
                HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
                return DiscordServerJson.text(DiscordServerJson.read(response.body()), "url");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    JDA jda() {
        return jda;
    }

    void on(Consumer<GenericEvent> listener) {
        jda.addEventListener((EventListener) listener::accept);
    }

    <T> List<T> events(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<String> heard() {
        return events(MessageReceivedEvent.class).stream()
                .filter(it -> !it.getAuthor().equals(jda.getSelfUser()))
                .map(it -> it.getMessage().getContentRaw())
                .toList();
    }

    void close() throws InterruptedException {
        jda.shutdownNow();
        assertThat(jda.awaitShutdown(Duration.ofSeconds(10))).isTrue();
    }
}
