package dramatis.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatAdministrators;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** Groups, forums and channels, as the client library sees them. */
class TelegramServerGroupTest {
    private final TelegramServer server = TelegramServer.start();
    private final TelegramServerBot bot = new TelegramServerBot(server);
    private final TelegramServerPerson mina = server.person("Mina");
    private final TelegramServerPerson john = server.person("John");

    @AfterEach
    void close() {
        bot.close();
        server.close();
    }

    @Test
    void privacy_on_showsCommandsAndRepliesOnly() throws Exception {
        TelegramServerChat group = server.addsBot(mina, server.supergroup("Whitby", mina, john));
        bot.send(group, "Good evening.");
        server.says(john, group, "Hello all");
        server.says(john, group, "Hello @testing_bot");
        server.says(john, group, "/help@other_bot");
        server.says(john, group, "/help@testing_bot");
        server.replies(john, group.ofBot().get(0), "Good evening to you");
        server.replies(john, group.messages().get(2), "Hello me");
        bot.poll();
        assertSees("/help@testing_bot", "Good evening to you");
    }

    @Test
    void privacy_otherBotWroteLast_itsCommandsAreNotShown() throws Exception {
        TelegramServerChat group = server.addsBot(mina, server.supergroup("Whitby", mina));
        server.says(mina, group, "/one");
        server.says(server.otherBot("Other"), group, "I am here");
        server.says(mina, group, "/two");
        bot.send(group, "So am I.");
        server.says(mina, group, "/three");
        bot.poll();
        assertSees("/one", "/three");
    }

    @Test
    void privacy_offOrAdministrator_showsAll() throws Exception {
        TelegramServerChat closed = server.addsBot(mina, server.group("Closed", mina));
        server.privacy(false);
        server.says(mina, closed, "not yet");
        TelegramServerChat open = server.addsBot(mina, server.group("Open", mina));
        server.says(mina, open, "one");
        server.chats().promotes(mina, closed, server.bot());
        server.says(mina, closed, "two");
        bot.poll();
        assertSees("one", "two");
    }

    @Test
    void forum_messages_carryTheirTopic() throws Exception {
        server.privacy(false);
        TelegramServerChat forum = server.addsBot(mina, server.forum("Library", mina));
        TelegramServerTopic topic = server.topic(mina, forum, "Letters");
        server.says(mina, forum, "in General");
        TelegramServerMessage letter = server.writes(mina, forum).in(topic).text("in Letters");
        server.replies(mina, letter, "a reply");
        bot.poll();
        assertSees("in General", "in Letters", "a reply");
        assertThat(message("in General").getMessageThreadId()).isNull();
        assertThat(message("in Letters").getMessageThreadId()).isEqualTo(topic.threadId());
        assertThat(message("in Letters").getIsTopicMessage()).isTrue();
        assertThat(message("in Letters")
                        .getReplyToMessage()
                        .getForumTopicCreated()
                        .getName())
                .isEqualTo("Letters");
        assertThat(message("a reply").getMessageThreadId()).isEqualTo(topic.threadId());
        bot.client()
                .execute(SendMessage.builder()
                        .chatId(forum.id())
                        .messageThreadId(topic.threadId())
                        .text("yes")
                        .build());
        assertThat(forum.ofBot().get(0).threadId()).hasValue(topic.threadId());
        assertThat(refusal(() -> bot.client()
                                .execute(SendMessage.builder()
                                        .chatId(forum.id())
                                        .messageThreadId(9999)
                                        .text("no")
                                        .build()))
                        .getApiResponse())
                .isEqualTo("Bad Request: message thread not found");
    }

    @Test
    void supergroup_ordinaryReply_carriesAThreadThatIsNoTopic() throws Exception {
        server.privacy(false);
        TelegramServerChat group = server.addsBot(mina, server.supergroup("Whitby", mina));
        TelegramServerMessage first = server.says(mina, group, "one");
        server.replies(mina, first, "two");
        bot.poll();
        assertSees("one", "two");
        assertThat(message("two").getMessageThreadId()).isEqualTo(first.id());
        assertThat(message("two").getIsTopicMessage()).isNull();
    }

    @Test
    void migrates_oldNumber_namesTheNew() throws Exception {
        TelegramServerChat group = server.addsBot(mina, server.group("Whitby", mina));
        TelegramServerChat supergroup = server.chats().migrates(mina, group);
        assertThat(refusal(() -> bot.send(group, "hello")).getParameters().getMigrateToChatId())
                .isEqualTo(supergroup.id());
        bot.send(supergroup, "hello");
        bot.poll();
        await().until(() -> bot.updates().stream()
                .anyMatch(
                        it -> it.hasMessage() && Objects.equals(it.getMessage().getMigrateFromChatId(), group.id())));
        assertThat(bot.updates())
                .anyMatch(
                        it -> it.hasMessage() && Objects.equals(it.getMessage().getMigrateToChatId(), supergroup.id()));
    }

    @Test
    void removesBot_writing_isForbidden() throws Exception {
        TelegramServerChat group = server.addsBot(mina, server.supergroup("Whitby", mina));
        server.chats().removesBot(mina, group);
        assertThat(refusal(() -> bot.send(group, "hello")).getApiResponse())
                .isEqualTo("Forbidden: bot was kicked from the supergroup chat");
        bot.poll();
        await().until(() ->
                bot.updates().stream().filter(it -> it.hasMyChatMember()).count() == 2);
        assertThat(refusal(() -> bot.send(server.privateChat(mina), "hello")).getApiResponse())
                .isEqualTo("Forbidden: bot can't initiate conversation with a user");
    }

    @Test
    void channel_post_isForwardedToTheLinkedGroup() throws Exception {
        server.privacy(false);
        TelegramServerChat channel = server.addsBot(mina, server.channel("News", mina));
        TelegramServerChat group = server.addsBot(mina, server.supergroup("Talk", mina));
        server.chats().links(channel, group);
        server.says(mina, channel, "It is on.");
        server.writes(mina, group).anonymously().text("Who said that?");
        bot.poll();
        assertSees("It is on.", "Who said that?");
        assertThat(message("It is on.").getIsAutomaticForward()).isTrue();
        assertThat(message("It is on.").getFrom().getId()).isEqualTo(777000);
        assertThat(message("Who said that?").getFrom().getUserName()).isEqualTo("GroupAnonymousBot");
        assertThat(message("Who said that?").getSenderChat().getId()).isEqualTo(group.id());
        assertThat(bot.updates())
                .anyMatch(it ->
                        it.hasChannelPost() && it.getChannelPost().getText().equals("It is on."));
        bot.send(channel, "So it is.");
        assertThat(channel.textsOfBot()).containsExactly("So it is.");
        assertThat(group.messages()).extracting(TelegramServerMessage::text).endsWith("So it is.");
        assertThat(group.ofBot()).isEmpty();
    }

    @Test
    void deleteMessage_ofOthers_takesAnAdministrator() throws Exception {
        TelegramServerChat group = server.addsBot(mina, server.supergroup("Whitby", mina, john));
        TelegramServerMessage said = server.says(john, group, "one");
        DeleteMessage delete =
                DeleteMessage.builder().chatId(group.id()).messageId(said.id()).build();
        assertThat(refusal(() -> bot.client().execute(delete)).getApiResponse())
                .isEqualTo("Bad Request: message can't be deleted");
        server.chats().promotes(mina, group, server.bot());
        bot.client().execute(delete);
        assertThat(group.deletions()).containsExactly(said);
        server.chats().demotes(mina, group, server.bot());
        server.chats().silences(group, true);
        assertThat(refusal(() -> bot.send(group, "hello")).getApiResponse())
                .isEqualTo("Bad Request: not enough rights to send text messages to the chat");
    }

    @Test
    void media_captionsAndEdits_areRead() throws Exception {
        TelegramServerChat home = server.privateChat(mina);
        TelegramServerMessage photo = server.writes(mina, home).photo("/look at this");
        server.edits(photo, "look");
        server.writes(mina, home).sticker("\ud83d\ude00");
        server.writes(mina, home).voice();
        server.writes(mina, home).document("card.json", new byte[] {'{', '}'}, "");
        bot.poll();
        await().until(() -> bot.updates().size() == 5);
        assertThat(bot.updates().get(0).getMessage().getCaptionEntities().get(0).getType())
                .isEqualTo("bot_command");
        assertThat(bot.updates().get(1).getEditedMessage().getCaption()).isEqualTo("look");
        assertThat(bot.updates().get(2).getMessage().getSticker().getEmoji()).isEqualTo("\ud83d\ude00");
        assertThat(bot.updates().get(3).getMessage().hasVoice()).isTrue();
        assertThat(bot.updates().get(4).getMessage().getDocument().getFileName())
                .isEqualTo("card.json");
    }

    @Test
    void members_client_readsWhoAdministers() throws Exception {
        TelegramServerChat group = server.addsBot(mina, server.supergroup("Whitby", mina, john));
        String id = Long.toString(group.id());
        assertThat(bot.client().execute(new GetChat(id)).getTitle()).isEqualTo("Whitby");
        assertThat(bot.client().execute(new GetChatMember(id, john.id())).getStatus())
                .isEqualTo("member");
        server.chats().promotes(mina, group, john);
        assertThat(bot.client().execute(new GetChatMember(id, john.id())).getStatus())
                .isEqualTo("administrator");
        assertThat(bot.client().execute(new GetChatAdministrators(id))).hasSize(2);
    }

    private void assertSees(String... texts) {
        await().until(() ->
                server.updates().unconfirmed() == 0 && !bot.updates().isEmpty());
        assertThat(bot.texts().stream().filter(Objects::nonNull)).isEqualTo(List.of(texts));
    }

    private Message message(String text) {
        return bot.updates().stream()
                .filter(it -> it.hasMessage() && text.equals(it.getMessage().getText()))
                .findFirst()
                .orElseThrow()
                .getMessage();
    }

    private static TelegramApiRequestException refusal(ThrowingCallable call) {
        return catchThrowableOfType(TelegramApiRequestException.class, call);
    }
}
