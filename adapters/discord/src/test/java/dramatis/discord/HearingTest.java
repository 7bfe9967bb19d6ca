package dramatis.discord;

import static dramatis.discord.TestingDiscord.delivery;
import static dramatis.discord.TestingDiscord.eventually;
import static dramatis.discord.TestingDiscord.ref;
import static org.assertj.core.api.Assertions.assertThat;

import dramatis.message.ConversationRef;
import dramatis.message.InboundEvent;
import dramatis.message.InboundMessage;
import dramatis.message.InboundMessage.Addressing;
import dramatis.message.InboundMessage.AuthorKind;
import dramatis.message.MessageRef;
import dramatis.message.Segment;
import dramatis.message.UserNotice;
import dramatis.platform.Admission;
import dramatis.testkit.DiscordServerChannel;
import dramatis.testkit.DiscordServerFile;
import dramatis.testkit.DiscordServerGuild;
import dramatis.testkit.DiscordServerMember;
import dramatis.testkit.DiscordServerMessage;
import dramatis.testkit.DiscordServerPermission;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HearingTest {
    private final TestingDiscord discord = new TestingDiscord();

    @BeforeEach
    void start() {
        discord.start();
    }

    @AfterEach
    void close() {
        discord.close();
    }

    private InboundMessage heard(DiscordServerMessage message) {
        eventually(() -> assertThat(discord.heard.messages())
                .anyMatch(one -> one.ref().messageId().equals(message.id())));
        return discord.heard.messages().stream()
                .filter(one -> one.ref().messageId().equals(message.id()))
                .findFirst()
                .orElseThrow();
    }

    private InboundMessage says(String text) {
        return heard(discord.server.says(discord.mina, discord.hall, text));
    }

    @Test
    void message_underServerName() {
        InboundMessage message = says("Good evening");
        assertThat(message.authorName()).isEqualTo("Mina");
        assertThat(message.author().userId()).isEqualTo(discord.mina.id());
        assertThat(message.authorKind()).isEqualTo(AuthorKind.PERSON);
        assertThat(message.addressing()).isEqualTo(Addressing.NONE);
        assertThat(message.ref().conversation()).isEqualTo(ref(discord.hall));
        assertThat(message.place().id()).isEqualTo(discord.guild.id());
    }

    @Test
    void message_mentions_readable() {
        InboundMessage message = says(
                discord.server.self().mention() + ", meet " + discord.lucy.mention() + " in " + discord.hall.mention()
                        + " <:bat:123> " + discord.guild.botRole().mention());
        assertThat(message.addressing()).isEqualTo(Addressing.MENTION);
        assertThat(message.text())
                .isEqualTo("meet @Lucy in #hall :bat: @" + discord.server.self().name());
    }

    @Test
    void message_botsRole_mention() {
        assertThat(says(discord.guild.botRole().mention() + " hello").addressing())
                .isEqualTo(Addressing.MENTION);
    }

    @Test
    void message_replyToCharacter_addressed() {
        List<String> ids = discord.posted(delivery(1, ref(discord.hall), Segment.speech("Hello.")));
        DiscordServerMessage reply =
                discord.server.replies(discord.mina, discord.message(discord.hall, ids.get(0)), "Hello yourself");
        assertThat(heard(reply).addressing()).isEqualTo(Addressing.REPLY);
        assertThat(heard(reply).replyTo()).contains(new MessageRef(ref(discord.hall), ids.get(0)));
    }

    @Test
    void message_replyToCharacterOfEarlierRun_addressed() {
        List<String> ids = discord.posted(delivery(1, ref(discord.hall), Segment.speech("Hello.")));
        discord.restart();
        DiscordServerMessage reply =
                discord.server.replies(discord.mina, discord.message(discord.hall, ids.get(0)), "Hello yourself");
        assertThat(heard(reply).addressing()).isEqualTo(Addressing.REPLY);
    }

    @Test
    void message_ownPosts_own() {
        List<String> ids = discord.posted(delivery(1, ref(discord.hall), Segment.speech("Hello.")));
        assertThat(heard(discord.message(discord.hall, ids.get(0))).authorKind())
                .isEqualTo(AuthorKind.OWN);
    }

    @Test
    void message_otherBot_bot() {
        DiscordServerMember bot = discord.guild.bot("Renfield");
        assertThat(heard(discord.server.says(bot, discord.hall, "Master!")).authorKind())
                .isEqualTo(AuthorKind.BOT);
    }

    @Test
    void message_files_placeholders() {
        DiscordServerMessage message = discord.server.attaches(
                discord.mina,
                discord.hall,
                "Look",
                new DiscordServerFile("cat.png", "image/png", new byte[] {1}),
                DiscordServerFile.text("log.txt", "x"));
        assertThat(heard(message).text()).isEqualTo("Look [picture: cat.png] [file: log.txt]");
    }

    @Test
    void message_inThread_ofItsChannel() {
        DiscordServerChannel thread = discord.hall.thread("crypt", discord.mina);
        InboundMessage message = heard(discord.server.says(discord.mina, thread, "Hello?"));
        assertThat(message.ref().conversation())
                .isEqualTo(new ConversationRef(DiscordOptions.PLATFORM, discord.hall.id(), thread.id()));
    }

    @Test
    void message_forumPost_ofItsForum() {
        DiscordServerChannel forum = discord.guild.forum("tales");
        DiscordServerChannel post = forum.post("The crypt", discord.mina, "It was dark.");
        eventually(() -> assertThat(discord.heard.texts()).contains("It was dark."));
        assertThat(discord.heard.messages().get(0).ref().conversation())
                .isEqualTo(new ConversationRef(DiscordOptions.PLATFORM, forum.id(), post.id()));
    }

    @Test
    void message_privately_direct() {
        DiscordServerChannel dm = discord.server.dm(discord.mina);
        InboundMessage message = heard(discord.server.says(discord.mina, dm, "Psst"));
        assertThat(message.addressing()).isEqualTo(Addressing.DIRECT);
        assertThat(message.place().id()).isEqualTo(dm.id());
    }

    @Test
    void edited_deleted_told() {
        DiscordServerMessage message = discord.server.says(discord.mina, discord.hall, "Good evning");
        discord.server.edits(message, "Good evening");
        eventually(() -> assertThat(discord.heard.events(InboundEvent.Edited.class))
                .containsExactly(
                        new InboundEvent.Edited(new MessageRef(ref(discord.hall), message.id()), "Good evening")));
        discord.server.deletes(message);
        eventually(() -> assertThat(discord.heard.events(InboundEvent.Deleted.class))
                .containsExactly(new InboundEvent.Deleted(new MessageRef(ref(discord.hall), message.id()))));
    }

    @Test
    void deleted_byBot_nobodysNews() {
        List<String> ids = discord.posted(delivery(1, ref(discord.hall), Segment.speech("Hello.")));
        ((dramatis.platform.Eraser) discord.adapter().outbound())
                .erase(List.of(new MessageRef(ref(discord.hall), ids.get(0))));
        assertThat(discord.hall.messages()).isEmpty();
        says("after it");
        assertThat(discord.heard.events(InboundEvent.Deleted.class)).isEmpty();
    }

    @Test
    void channelDeleted_removed() {
        discord.hall.delete();
        eventually(() -> assertThat(discord.heard.events(InboundEvent.Removed.class))
                .containsExactly(new InboundEvent.Removed(ref(discord.hall))));
    }

    @Test
    void guild_joinedAndLeft() {
        awaitJoined(1);
        discord.guild.removesBot();
        eventually(
                () -> assertThat(discord.heard.events(InboundEvent.Left.class)).hasSize(1));
    }

    private void awaitJoined(int times) {
        eventually(() ->
                assertThat(discord.heard.events(InboundEvent.Joined.class)).hasSize(times));
    }

    @Test
    void guild_joined_welcomedOnceWhereItMaySpeak() {
        discord.hall.deny(discord.guild.botRole(), DiscordServerPermission.SEND_MESSAGES);
        awaitJoined(1);
        DiscordServerChannel garden = discord.guild.channel("garden");
        discord.guild.removesBot();
        eventually(
                () -> assertThat(discord.heard.events(InboundEvent.Left.class)).hasSize(1));
        discord.guild.invitesBot();
        eventually(() -> assertThat(garden.texts()).hasSize(1));
        assertThat(garden.texts().get(0)).contains("/persona list").hasSizeLessThan(250);
        discord.restart();
        discord.server.says(discord.mina, garden, "welcome back");
        eventually(() -> assertThat(discord.heard.texts()).contains("welcome back"));
        assertThat(garden.texts()).hasSize(2);
    }

    @Test
    void guild_new_joined() {
        awaitJoined(1);
        DiscordServerGuild other = discord.server.guild("Purfleet");
        eventually(() ->
                assertThat(discord.heard.events(InboundEvent.Joined.class)).hasSize(2));
        assertThat(discord.heard
                        .events(InboundEvent.Joined.class)
                        .get(1)
                        .place()
                        .id())
                .isEqualTo(other.id());
    }

    @Test
    void unavailable_handedInAgain_inOrder() {
        Deque<Admission> answers = new ArrayDeque<>(List.of(new Admission.Unavailable(), new Admission.Unavailable()));
        discord.heard.answer(event -> answers.isEmpty() ? new Admission.Ignored() : answers.poll());
        discord.server.says(discord.mina, discord.hall, "one");
        discord.server.says(discord.mina, discord.hall, "two");
        eventually(() -> assertThat(discord.heard.texts()).containsExactly("one", "one", "one", "two"));
    }

    @Test
    void unavailable_closed_letGo() {
        discord.heard.answer(
                event -> event instanceof InboundEvent.Message ? new Admission.Unavailable() : new Admission.Ignored());
        discord.server.says(discord.mina, discord.hall, "one");
        eventually(() -> assertThat(discord.heard.texts()).contains("one"));
        discord.adapter().close();
        int tries = discord.heard.texts().size();
        discord.server.says(discord.mina, discord.hall, "two");
        assertThat(discord.heard.texts()).hasSize(tries);
    }

    @Test
    void refused_personTold() {
        discord.heard.answer(event -> event instanceof InboundEvent.Message
                ? new Admission.Refused(UserNotice.of("queue.full", 9))
                : new Admission.Ignored());
        DiscordServerMessage message = discord.server.says(discord.mina, discord.hall, "hello");
        eventually(() -> assertThat(discord.hall.texts())
                .contains("-# Too many people are waiting for a reply: 9. Try again in a minute."));
        assertThat(discord.hall.messages().get(1).replyTo()).contains(message.id());
        assertThat(discord.hall.messages().get(1).pings()).isEmpty();
    }

    @Test
    void proxy_deletedAfterwards_oneMessage() {
        DiscordServerMessage original = discord.server.says(discord.mina, discord.hall, "R: Master is near");
        heard(original);
        DiscordServerMessage again = discord.server.proxies("Renfield", discord.hall, "Master is near");
        discord.server.deletes(original);
        assertReplaced(original, again);
    }

    @Test
    void proxy_deletedBefore_oneMessage() {
        DiscordServerMessage original = discord.server.says(discord.mina, discord.hall, "R: Master is near");
        heard(original);
        discord.server.deletes(original);
        DiscordServerMessage again = discord.server.proxies("Renfield", discord.hall, "Master is near");
        assertReplaced(original, again);
    }

    private void assertReplaced(DiscordServerMessage original, DiscordServerMessage again) {
        eventually(() ->
                assertThat(discord.heard.events(InboundEvent.Replaced.class)).hasSize(1));
        InboundEvent.Replaced replaced =
                discord.heard.events(InboundEvent.Replaced.class).get(0);
        assertThat(replaced.before().messageId()).isEqualTo(original.id());
        assertThat(replaced.message().ref().messageId()).isEqualTo(again.id());
        assertThat(replaced.message().author().userId()).isEqualTo(discord.mina.id());
        assertThat(replaced.message().authorName()).isEqualTo("Renfield");
        assertThat(replaced.message().authorKind()).isEqualTo(AuthorKind.PERSON);
        assertThat(discord.heard.texts()).containsExactly("R: Master is near");
        assertThat(discord.heard.events(InboundEvent.Deleted.class)).isEmpty();
    }

    @Test
    void proxy_nothingDeleted_twoMessages() {
        discord.server.says(discord.mina, discord.hall, "Master is near");
        discord.server.proxies("Renfield", discord.hall, "Master is near");
        eventually(() -> assertThat(discord.heard.texts()).containsExactly("Master is near", "Master is near"));
        assertThat(discord.heard.messages().get(1).authorKind()).isEqualTo(AuthorKind.BOT);
    }

    @Test
    void newSession_missedReadOnce() {
        says("one");
        discord.server.gateway().invalidate(false);
        discord.server.says(discord.mina, discord.hall, "two");
        eventually(() -> assertThat(discord.heard.texts()).contains("one", "two"));
    }

    @Test
    void start_missedRead() {
        DiscordServerMessage known = discord.server.says(discord.mina, discord.hall, "one");
        heard(known);
        discord.adapter().close();
        discord.server.says(discord.mina, discord.hall, "two");
        discord.server.says(discord.lucy, discord.hall, "three");
        discord.missed.add(new MessageRef(ref(discord.hall), known.id()));
        discord.start();
        eventually(() -> assertThat(discord.heard.texts()).containsExactly("one", "two", "three"));
        assertThat(discord.heard.messages().get(1).authorName()).isEqualTo("Mina");
    }
}
