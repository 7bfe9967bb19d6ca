package dramatis.discord;

import static dramatis.discord.TestingDiscord.after;
import static dramatis.discord.TestingDiscord.delivery;
import static dramatis.discord.TestingDiscord.ref;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dramatis.message.ConversationRef;
import dramatis.message.MessageRef;
import dramatis.message.Segment;
import dramatis.platform.Delivery;
import dramatis.platform.Receipt;
import dramatis.platform.ReplyControls;
import dramatis.platform.ReplyControls.Shown;
import dramatis.testkit.DiscordServerChannel;
import dramatis.testkit.DiscordServerFault.Kind;
import dramatis.testkit.DiscordServerMessage;
import dramatis.testkit.DiscordServerPermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpeakingTest {
    private final TestingDiscord discord = new TestingDiscord();

    @BeforeEach
    void start() {
        discord.start();
    }

    @AfterEach
    void close() {
        discord.close();
    }

    private Delivery greeting(long turn) {
        return delivery(turn, ref(discord.hall), Segment.action("bows"), Segment.speech("Good evening, <@1> *Mina*."));
    }

    @Test
    void post_byWebhook() {
        List<String> ids = discord.posted(greeting(1));
        DiscordServerMessage message = discord.message(discord.hall, ids.get(0));
        assertThat(message.text()).isEqualTo("*bows*\nGood evening, \\<@1> \\*Mina\\*.");
        assertThat(message.authorName()).isEqualTo("Dracula");
        assertThat(message.avatar()).isNotEmpty();
        assertThat(message.webhook()).isPresent();
        assertThat(message.pings()).isEmpty();
    }

    @Test
    void post_again_sameWebhook() {
        discord.posted(greeting(1));
        discord.posted(greeting(2));
        assertThat(discord.hall.webhooks()).hasSize(1);
        assertThat(discord.hall.messages()).hasSize(2);
    }

    @Test
    void post_afterRestart_sameWebhook() {
        discord.posted(greeting(1));
        discord.restart();
        discord.posted(greeting(2));
        assertThat(discord.hall.webhooks()).hasSize(1);
    }

    @Test
    void post_webhookDeleted_madeAnew() {
        discord.posted(greeting(1));
        discord.hall.webhooks().get(0).delete();
        discord.posted(greeting(2));
        assertThat(discord.hall.messages()).hasSize(2);
    }

    @Test
    void post_triedAgainInThisRun_standingPagesStay() {
        Delivery longOne = delivery(
                1, ref(discord.hall), Segment.speech("word ".repeat(600).strip()));
        List<String> ids = discord.posted(longOne);
        assertThat(discord.posted(longOne.with(2, longOne.before(), longOne.visible())))
                .isEqualTo(ids);
        assertThat(discord.hall.everything()).hasSize(2);
    }

    @Test
    void post_manyChannels_noLimitViolated() {
        discord.server.limits().likeDiscord();
        List<DiscordServerChannel> channels = IntStream.range(0, 16)
                .mapToObj(i -> discord.guild.channel("channel" + i))
                .toList();
        awaitKnown(channels.get(15));
        channels.parallelStream()
                .forEach(channel -> IntStream.range(0, 5)
                        .forEach(
                                turn -> discord.posted(delivery(turn, ref(channel), Segment.speech("Reply " + turn)))));
        assertThat(discord.server.limits().violations()).isEmpty();
    }

    /** Until the bot has heard of a channel. */
    private void awaitKnown(DiscordServerChannel channel) {
        TestingDiscord.eventually(() -> assertThat(discord.post(delivery(99, ref(channel), Segment.speech("Hello?"))))
                .isInstanceOf(Receipt.Sent.class));
    }

    @Test
    void post_elevenCharacters_leastRecentWebhookGone() {
        for (int i = 0; i <= ChannelHooks.MOST; i++) {
            discord.posted(new Delivery(
                    i,
                    0,
                    1,
                    ref(discord.hall),
                    "p" + i,
                    "Clyde of Discord " + i,
                    Optional.empty(),
                    Delivery.Before.NOTHING,
                    List.of(Segment.speech("Hello."))));
        }
        assertThat(discord.hall.webhooks()).hasSize(ChannelHooks.MOST);
        assertThat(discord.hall.messages()).hasSize(ChannelHooks.MOST + 1);
    }

    @Test
    void post_webhooksForbidden_plainWithBoldName() {
        discord.hall.deny(discord.guild.botRole(), DiscordServerPermission.MANAGE_WEBHOOKS);
        awaitDenied(DiscordServerPermission.MANAGE_WEBHOOKS);
        DiscordServerMessage message =
                discord.message(discord.hall, discord.posted(greeting(1)).get(0));
        assertThat(message.text()).startsWith("**Dracula**\n*bows*");
        assertThat(message.authorId()).isEqualTo(discord.server.self().id());
        assertThat(message.nonce()).isEqualTo("1.0.1.0");
    }

    /** Until the bot has heard of it, which shows in what it says is missing. */
    private void awaitDenied(DiscordServerPermission permission) {
        TestingDiscord.eventually(() -> assertThat(discord.adapter().health().problems())
                .as(permission.name())
                .isNotEmpty());
    }

    @Test
    void post_inThread_byParentsWebhook() {
        DiscordServerChannel thread = discord.hall.thread("crypt", discord.mina);
        ConversationRef conversation = new ConversationRef(DiscordOptions.PLATFORM, discord.hall.id(), thread.id());
        Delivery said = delivery(1, conversation, Segment.speech("Down here."));
        // JDA knows a new thread for a moment before it knows its parent, and says so with an exception
        await().ignoreExceptions().until(() -> discord.post(said) instanceof Receipt.Sent);
        assertThat(thread.texts()).containsExactly("Down here.");
        assertThat(discord.hall.webhooks()).hasSize(1);
    }

    @Test
    void post_inDm_plain() {
        DiscordServerChannel dm = discord.server.dm(discord.mina);
        discord.posted(delivery(1, ref(dm), Segment.speech("Psst.")));
        assertThat(dm.texts()).containsExactly("**Dracula**\nPsst.");
    }

    @Test
    void post_growing_editsAndAdds() {
        Segment.Visible first = Segment.speech("word ".repeat(300).strip());
        Segment.Visible second = Segment.speech("more ".repeat(300).strip());
        List<String> one = discord.posted(delivery(1, ref(discord.hall), first));
        List<String> two = discord.posted(after(delivery(1, ref(discord.hall), second), List.of(first), one));
        assertThat(two).hasSize(2).startsWith(one.get(0));
        assertThat(String.join(" ", discord.hall.texts()).replace('\n', ' '))
                .isEqualTo(first.text() + " " + second.text());
        assertThat(discord.message(discord.hall, one.get(0)).pings()).isEmpty();
    }

    @Test
    void post_growing_answersLost_standsOnce() {
        List<Segment.Visible> said = new ArrayList<>(List.of(Segment.speech("Once.")));
        List<String> ids = discord.posted(delivery(1, ref(discord.hall), said.get(0)));
        for (Kind kind : List.of(Kind.DROP_AFTER, Kind.BAD_GATEWAY_AFTER, Kind.ERROR, Kind.DROP_BEFORE)) {
            discord.server.faults().next("PATCH /webhooks/{webhook}/{token}/messages/{message}", kind);
            Segment.Visible next = Segment.action(kind.name());
            ids = discord.posted(after(delivery(1, ref(discord.hall), next), said, ids));
            said.add(next);
        }
        assertThat(discord.server.faults().fired()).isEqualTo(4);
        assertThat(discord.hall.everything()).hasSize(1);
        assertThat(discord.hall.texts().get(0).lines()).hasSize(5).startsWith("Once.", "*DROP\\_AFTER*");
    }

    @Test
    void post_messageDeletedMeanwhile_postedAnew() {
        Segment.Visible first = Segment.speech("Once.");
        List<String> ids = discord.posted(delivery(1, ref(discord.hall), first));
        discord.server.deletes(discord.message(discord.hall, ids.get(0)));
        Segment.Visible second = Segment.speech("Twice.");
        List<String> now = discord.posted(after(delivery(1, ref(discord.hall), second), List.of(first), ids));
        assertThat(now).doesNotContainAnyElementsOf(ids);
        assertThat(discord.hall.texts()).containsExactly("Once.\nTwice.");
    }

    @Test
    void post_replacing_deletesSurplus() {
        Segment.Visible longOne = Segment.speech("word ".repeat(600).strip());
        List<String> was = discord.posted(delivery(1, ref(discord.hall), longOne));
        assertThat(was).hasSize(2);
        Delivery other = after(delivery(1, ref(discord.hall), Segment.speech("Short.")), List.of(), was);
        assertThat(discord.posted(other)).containsExactly(was.get(0));
        assertThat(discord.hall.texts()).containsExactly("Short.");
    }

    @Test
    void post_answersLost_standsOnce() {
        int turn = 1;
        for (Kind kind : List.of(
                Kind.DROP_AFTER,
                Kind.BAD_GATEWAY_AFTER,
                Kind.DROP_BEFORE,
                Kind.BAD_GATEWAY,
                Kind.ERROR,
                Kind.RATE_LIMIT)) {
            discord.server.faults().next("POST /webhooks/{webhook}/{token}", kind);
            discord.posted(greeting(turn++));
        }
        assertThat(discord.hall.everything()).hasSize(6);
        assertThat(discord.server.faults().fired()).isEqualTo(6);
    }

    @Test
    void post_attemptAfterKill_foundInHistory() {
        DiscordServerMessage asked = discord.server.says(discord.mina, discord.hall, "Who are you?");
        Delivery reply = new Delivery(
                1,
                0,
                1,
                ref(discord.hall),
                "dracula",
                "Dracula",
                Optional.of(new MessageRef(ref(discord.hall), asked.id())),
                Delivery.Before.NOTHING,
                List.of(Segment.speech("I am Dracula.")));
        List<String> first = discord.posted(reply);
        discord.restart();
        assertThat(discord.posted(reply.with(2, reply.before(), reply.visible())))
                .isEqualTo(first);
        assertThat(discord.hall.messages()).hasSize(2);
    }

    /** Killed after two pieces went out as one message: each is then looked for alone. */
    @Test
    void post_attemptAfterKill_piecesTogether_foundInHistory() {
        DiscordServerMessage asked = discord.server.says(discord.mina, discord.hall, "Who are you?");
        Delivery first = new Delivery(
                1,
                0,
                1,
                ref(discord.hall),
                "dracula",
                "Dracula",
                Optional.of(new MessageRef(ref(discord.hall), asked.id())),
                Delivery.Before.NOTHING,
                List.of(Segment.action("bows")));
        List<String> ids = discord.posted(
                first.with(1, Delivery.Before.NOTHING, List.of(Segment.action("bows"), Segment.speech("Dracula."))));
        discord.restart();
        assertThat(discord.posted(first.with(2, Delivery.Before.NOTHING, first.visible())))
                .isEqualTo(ids);
        Delivery second = after(first, first.visible(), ids)
                .with(2, new Delivery.Before(first.visible(), ids), List.of(Segment.speech("Dracula.")));
        assertThat(discord.posted(second)).isEqualTo(ids);
        assertThat(discord.hall.texts()).containsExactly("Who are you?", "*bows*\nDracula.");
    }

    @Test
    void post_channelGone_refused() {
        discord.hall.delete();
        TestingDiscord.eventually(() -> assertThat(discord.post(greeting(1))).isInstanceOf(Receipt.Refused.class));
    }

    @Test
    void post_mayNotSpeak_refusedAtOnce() {
        discord.hall.deny(discord.guild.botRole(), DiscordServerPermission.SEND_MESSAGES);
        awaitDenied(DiscordServerPermission.SEND_MESSAGES);
        assertThat(discord.post(greeting(1))).isInstanceOf(Receipt.Refused.class);
        assertThat(discord.server.limits().invalidRequests()).isZero();
        assertThat(discord.hall.webhooks()).isEmpty();
    }

    @Test
    void offer_movesButtons() {
        ReplyControls controls = (ReplyControls) discord.adapter().outbound();
        List<String> one = discord.posted(greeting(1));
        List<String> two = discord.posted(greeting(2));
        controls.offer(ref(discord.hall), new Shown(11, one, 0, 1));
        controls.offer(ref(discord.hall), new Shown(12, two, 1, 3));
        assertThat(discord.message(discord.hall, one.get(0)).customIds()).isEmpty();
        assertThat(discord.message(discord.hall, two.get(0)).customIds())
                .contains("r/swipe/12/previous", "r/swipe/12/next", "r/retry/12/", "r/stop/12/", "r/undo/12/");
        assertThat(discord.message(discord.hall, two.get(0)).text()).startsWith("*bows*");
    }

    @Test
    void webhookDeletedWhileAReplyGrows_whatIsSaidFurtherStandsInAMessageOfItsOwn() {
        Segment.Visible one = Segment.speech("One.");
        List<String> ids = discord.posted(delivery(1, ref(discord.hall), one));
        discord.hall.webhooks().get(0).delete();

        Delivery further = after(delivery(1, ref(discord.hall), Segment.speech("Two.")), List.of(one), ids);

        assertThat(discord.posted(further)).hasSize(2).startsWith(ids.get(0));
        assertThat(discord.hall.texts()).containsExactly("One.", "Two.");
    }
}
