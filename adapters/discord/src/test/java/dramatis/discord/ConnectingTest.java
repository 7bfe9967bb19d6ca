package dramatis.discord;

import static dramatis.discord.TestingDiscord.eventually;
import static dramatis.discord.TestingDiscord.ref;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dramatis.message.MessageRef;
import dramatis.message.Segment;
import dramatis.message.UserRef;
import dramatis.platform.Receipt;
import dramatis.platform.TurnWatcher;
import dramatis.platform.TurnWatcher.Phase;
import dramatis.platform.Whisper;
import dramatis.testkit.DiscordServerChannel;
import dramatis.testkit.DiscordServerFault;
import dramatis.testkit.DiscordServerPermission;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectingTest {
    private final TestingDiscord discord = new TestingDiscord();

    @AfterEach
    void close() {
        discord.close();
    }

    @Test
    void token_notPrinted() {
        assertThat(DiscordOptions.of("s3cret").toString()).doesNotContain("s3cret");
    }

    @Test
    void start_badToken_oneSentence() {
        DiscordOptions options =
                new DiscordOptions("wrong", URI.create(discord.server.apiUrl()), Optional.empty(), Optional.empty());
        try (DiscordAdapter adapter = new DiscordAdapter(options, discord.desk::desk, (id, name) -> null, List::of)) {
            assertThatThrownBy(() -> adapter.start(discord.heard))
                    .isInstanceOf(DiscordException.class)
                    .hasMessageContaining("DISCORD_TOKEN")
                    .hasMessageNotContaining("wrong");
        }
    }

    @Test
    void start_contentForbidden_withoutIt() {
        discord.server.grantMessageContent(false);
        discord.start();
        assertThat(discord.adapter().health().problems()).anyMatch(one -> one.contains("Message Content Intent"));
        discord.server.says(discord.mina, discord.hall, "not for you");
        discord.server.says(discord.mina, discord.hall, discord.server.self().mention() + " hello");
        eventually(() -> assertThat(discord.heard.texts()).containsExactly("hello"));
    }

    @Test
    void health_allThere_nothing() {
        discord.start();
        assertThat(discord.adapter().health().problems()).isEmpty();
        assertThat(discord.adapter().health().invite().orElseThrow())
                .contains("permissions=275414862848", "scope=applications.commands+bot");
    }

    @Test
    void health_permissionsMissing_channelNamed() {
        discord.hall.deny(discord.guild.botRole(), DiscordServerPermission.MANAGE_WEBHOOKS);
        DiscordServerChannel hidden = discord.guild.channel("hidden");
        hidden.deny(discord.guild.everyone(), DiscordServerPermission.VIEW_CHANNEL);
        hidden.deny(discord.guild.botRole(), DiscordServerPermission.VIEW_CHANNEL);
        discord.start();
        assertThat(discord.adapter().problems())
                .containsExactly("In #hall (Whitby) the bot lacks: Manage Webhooks. Give them to its role in the"
                        + " channel's settings, page Permissions.");
    }

    @Test
    void owner_applications() {
        discord.start();
        eventually(() -> assertThat(discord.adapter().owner())
                .contains(new UserRef(
                        DiscordOptions.PLATFORM, discord.server.owner().id())));
    }

    @Test
    void gateway_dropped_goesOn() {
        discord.start();
        discord.server.gateway().drop();
        discord.server.says(discord.mina, discord.hall, "still there?");
        eventually(() -> assertThat(discord.heard.texts()).containsExactly("still there?"));
        assertThat(discord.server.gateway().resumed()).isEqualTo(1);
    }

    @Test
    void post_sessionIsLostAndServersNotKnownAgain_waitsForThem() {
        discord.start();
        discord.server.gateway().invalidate(false);
        eventually(() -> assertThat(discord.adapter().trouble()).isPresent());

        discord.posted(TestingDiscord.delivery(1, ref(discord.hall), Segment.speech("Hello.")));

        assertThat(discord.hall.texts()).containsExactly("Hello.");
        assertThat(discord.server.gateway().identified()).isEqualTo(2);
    }

    @Test
    void close_postWaitsForLimit_letGo() throws Exception {
        discord.start();
        discord.posted(TestingDiscord.delivery(1, ref(discord.hall), Segment.speech("Hello.")));
        discord.server
                .faults()
                .next("POST /webhooks/{webhook}/{token}", DiscordServerFault.rateLimit(Duration.ofSeconds(60)));
        CompletableFuture<Receipt> post = CompletableFuture.supplyAsync(
                () -> discord.post(TestingDiscord.delivery(2, ref(discord.hall), Segment.speech("Again."))));
        eventually(() -> assertThat(discord.server.faults().fired()).isEqualTo(1));
        long start = System.nanoTime();
        discord.adapter().close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(post.get()).isInstanceOf(Receipt.Unknown.class);
    }

    @Test
    void close_noThreadLeft() {
        discord.start();
        discord.posted(TestingDiscord.delivery(1, ref(discord.hall), Segment.speech("Hello.")));
        discord.adapter().close();
        eventually(() -> assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !thread.isDaemon() && thread.getName().matches("(?i).*(jda|discord-|okhttp).*"))
                .isEmpty());
    }

    @Test
    void typing_shownWhileTurnGoesOn() {
        discord.start();
        TurnWatcher watcher = (TurnWatcher) discord.adapter().outbound();
        watcher.turnChanged(ref(discord.hall), 1, Phase.PLANNING);
        eventually(() -> assertThat(discord.hall.typed()).isEqualTo(1));
        watcher.turnChanged(ref(discord.hall), 1, Phase.SPEAKING);
        watcher.turnChanged(ref(discord.hall), 1, Phase.POSTED);
        assertThat(discord.hall.typed()).isEqualTo(1);
    }

    @Test
    void whisper_toOwner() {
        discord.start();
        List<String> ids = discord.posted(TestingDiscord.delivery(1, ref(discord.hall), Segment.speech("Hello.")));
        whisper(Optional.empty(), Optional.of(new MessageRef(ref(discord.hall), ids.get(0))));
        DiscordServerChannel dm = discord.server.dm(discord.guild.owner());
        assertThat(dm.texts())
                .containsExactly("**Dracula** https://discord.com/channels/" + discord.guild.id() + "/"
                        + discord.hall.id() + "/" + ids.get(0) + "\n*He knows.*");
    }

    private void whisper(Optional<String> channel, Optional<MessageRef> about) {
        discord.adapter()
                .ownerChannel()
                .orElseThrow()
                .whisper(new Whisper(
                        ref(discord.hall),
                        "dracula",
                        "Dracula",
                        1,
                        about,
                        channel,
                        List.of(Segment.plan("Never shown."), Segment.thought("He knows."))));
    }

    @Test
    void whisper_ownerClosed_saidOnce() {
        discord.guild.owner().closesDms();
        discord.start();
        whisper(Optional.empty(), Optional.empty());
        whisper(Optional.empty(), Optional.empty());
        assertThat(discord.adapter().health().problems()).anyMatch(one -> one.contains("private messages"));
        assertThat(discord.server.requests("POST /channels/{channel}/messages")).hasSize(1);
    }

    @Test
    void whisper_openChannel_nothing() {
        DiscordServerChannel crypt = discord.guild.channel("crypt");
        discord.start();
        whisper(Optional.of(crypt.id()), Optional.empty());
        assertThat(crypt.messages()).isEmpty();
        assertThat(discord.adapter().health().problems()).anyMatch(one -> one.contains("Everybody may see"));
    }

    @Test
    void whisper_closedChannel_sent() {
        DiscordServerChannel crypt = discord.guild.channel("crypt");
        crypt.deny(discord.guild.everyone(), DiscordServerPermission.VIEW_CHANNEL);
        crypt.allow(discord.guild.botRole(), DiscordServerPermission.VIEW_CHANNEL);
        discord.start();
        whisper(Optional.of(crypt.id()), Optional.empty());
        assertThat(crypt.texts()).containsExactly("**Dracula**\n*He knows.*");
    }
}
