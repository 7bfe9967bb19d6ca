package dramatis.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.member.GuildMemberRemoveEvent;
import net.dv8tion.jda.api.events.message.MessageDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageUpdateEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.utils.Compression;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiscordServerGatewayTest {
    private final DiscordServer server = DiscordServer.start();
    private final DiscordServerGuild guild = server.guild("Whitby");
    private final DiscordServerChannel hall = guild.channel("hall");
    private final DiscordServerMember mina = guild.member("Mina");
    private DiscordServerClient client;

    @AfterEach
    void close() throws InterruptedException {
        client.close();
        server.close();
    }

    private void connect() throws InterruptedException {
        client = DiscordServerClient.connect(server);
    }

    private void awaitHeard(String... texts) {
        await().untilAsserted(() -> assertThat(client.heard()).containsExactly(texts));
    }

    @Test
    void drop_resumesAndReplays() throws InterruptedException {
        connect();
        server.says(mina, hall, "before");
        awaitHeard("before");
        server.gateway().drop();
        server.says(mina, hall, "meanwhile");
        awaitHeard("before", "meanwhile");
        assertThat(client.events(SessionResumeEvent.class)).hasSize(1);
        assertThat(server.gateway().identified()).isEqualTo(1);
        assertThat(server.gateway().resumed()).isEqualTo(1);
    }

    @Test
    void reconnect_resumes() throws InterruptedException {
        connect();
        server.gateway().reconnect();
        await().untilAsserted(() -> assertThat(server.gateway().resumed()).isEqualTo(1));
        server.says(mina, hall, "after");
        awaitHeard("after");
    }

    @Test
    void invalidSession_identifiesAgainAndMisses() throws InterruptedException {
        connect();
        server.gateway().invalidate(false);
        server.says(mina, hall, "missed");
        await().untilAsserted(() ->
                assertThat(client.events(SessionRecreateEvent.class)).hasSize(1));
        server.says(mina, hall, "heard");
        awaitHeard("heard");
        assertThat(server.gateway().identified()).isEqualTo(2);
    }

    @Test
    void sessionTimedOut_identifiesAgain() throws InterruptedException {
        connect();
        server.gateway().close(4009);
        await().untilAsserted(() -> assertThat(server.gateway().identified()).isEqualTo(2));
    }

    @Test
    void repeatOnResume_doublesEvents() throws InterruptedException {
        connect();
        server.says(mina, hall, "once");
        awaitHeard("once");
        server.gateway().repeatOnResume(1);
        server.gateway().drop();
        awaitHeard("once", "once");
    }

    @Test
    void repeat_doublesEvents() throws InterruptedException {
        connect();
        server.says(mina, hall, "one");
        server.says(mina, hall, "two");
        server.gateway().repeat(2);
        awaitHeard("one", "two", "one", "two");
    }

    @Test
    void contentNotGranted_closes4014() {
        server.grantMessageContent(false);
        client = DiscordServerClient.start(server, Compression.NONE);
        await().untilAsserted(
                        () -> assertThat(client.events(ShutdownEvent.class)).hasSize(1));
        assertThat(client.events(ShutdownEvent.class).get(0).getCode()).isEqualTo(4014);
        assertThat(client.jda().getStatus()).isEqualTo(JDA.Status.SHUTDOWN);
    }

    @Test
    void zlib_logsIn() throws InterruptedException {
        client = DiscordServerClient.start(server, Compression.ZLIB);
        client.jda().awaitReady();
        server.says(mina, hall, "x".repeat(20_000));
        awaitHeard("x".repeat(20_000));
    }

    @Test
    void changes_told() throws InterruptedException {
        connect();
        DiscordServerMessage message = server.says(mina, hall, "one");
        server.edits(message, "two");
        server.deletes(message);
        await().untilAsserted(() -> assertThat(client.events(MessageDeleteEvent.class))
                .extracting(MessageDeleteEvent::getMessageId)
                .containsExactly(message.id()));
        assertThat(client.events(MessageUpdateEvent.class))
                .extracting(it -> it.getMessage().getContentRaw())
                .containsExactly("two");
        assertThat(message.versions()).extracting(it -> it.text()).isEqualTo(List.of("one", "two"));
    }

    @Test
    void guilds_comeAndGo() throws InterruptedException {
        connect();
        DiscordServerGuild other = server.guild("Exeter", server.person("Peter"));
        await().untilAsserted(
                        () -> assertThat(client.events(GuildJoinEvent.class)).hasSize(1));
        assertThat(client.jda().getGuildById(other.id()).getOwnerId())
                .isEqualTo(other.owner().id());
        other.removesBot();
        await().untilAsserted(
                        () -> assertThat(client.events(GuildLeaveEvent.class)).hasSize(1));
    }

    @Test
    void hiddenChannel_isNotHeard() throws InterruptedException {
        connect();
        DiscordServerChannel crypt = guild.channel("crypt");
        crypt.deny(guild.everyone(), DiscordServerPermission.VIEW_CHANNEL);
        server.says(mina, crypt, "secret");
        server.says(mina, hall, "open");
        awaitHeard("open");
    }

    @Test
    void threads_areHeard() throws InterruptedException {
        connect();
        DiscordServerChannel post = guild.forum("library").post("On bats", mina, "Look");
        DiscordServerChannel thread = hall.thread("aside", mina);
        server.says(mina, thread, "psst");
        DiscordServerChannel closed = hall.privateThread("secret", mina);
        server.says(mina, closed, "unheard");
        closed.invite(guild.self());
        server.says(mina, closed, "heard");
        awaitHeard("Look", "psst", "heard");
        assertThat(client.jda().getThreadChannelById(post.id()).getName()).isEqualTo("On bats");
    }

    @Test
    void members_areToldInChunks() throws InterruptedException {
        server.grantMembers(true);
        client = DiscordServerClient.startWithMembers(server);
        client.jda().awaitReady();
        List<Member> members =
                client.jda().getGuildById(guild.id()).loadMembers().get();
        assertThat(members)
                .extracting(Member::getEffectiveName)
                .containsExactlyInAnyOrder(
                        "Owner", "Mina", client.jda().getSelfUser().getName());
        guild.leaves(mina);
        await().untilAsserted(() ->
                assertThat(client.events(GuildMemberRemoveEvent.class)).hasSize(1));
    }

    @Test
    void wrongToken_closes4004() throws InterruptedException {
        CompletableFuture<Integer> code = new CompletableFuture<>();
        WebSocketClient socket = new WebSocketClient(URI.create(server.gateway().url())) {
            @Override
            public void onOpen(ServerHandshake handshake) {
                send("{\"op\": 2, \"d\": {\"token\": \"nobody\", \"intents\": 1}}");
            }

            @Override
            public void onMessage(String message) {}

            @Override
            public void onClose(int closed, String reason, boolean remote) {
                code.complete(closed);
            }

            @Override
            public void onError(Exception e) {
                code.completeExceptionally(e);
            }
        };
        socket.connect();
        assertThat(code.join()).isEqualTo(4004);
        connect();
    }
}
