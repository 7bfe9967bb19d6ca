package dramatis.telegram;

import static dramatis.telegram.Theatre.SHOWN;
import static dramatis.telegram.Theatre.texts;
import static dramatis.telegram.Theatre.wrote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dramatis.address.Triggers;
import dramatis.inference.TestingEngine;
import dramatis.platform.Admission;
import dramatis.testkit.TelegramServerChat;
import dramatis.testkit.TelegramServerFault;
import dramatis.testkit.TelegramServerMessage;
import dramatis.testkit.TelegramServerTopic;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Talking on Telegram: what people write comes in, and what characters say goes out. */
@Timeout(90)
class TelegramAdapterTest {
    private final Theatre theatre = new Theatre();

    @AfterEach
    void close() {
        theatre.close();
    }

    @Test
    void privateChat_message_isAnsweredAsEntitiesAfterADraft() {
        theatre.engine().blockAfter(4);
        theatre.open().says("Good evening");
        await().until(() -> !theatre.home().drafts().isEmpty());
        assertThat(theatre.home().ofBot()).isEmpty();
        theatre.engine().release();
        TelegramServerMessage reply = wrote(theatre.home(), SHOWN);
        assertThat(reply.entities().stream()
                        .map(entity -> entity.path("type").asString("")
                                + entity.path("offset").asInt() + "+"
                                + entity.path("length").asInt()))
                .containsExactly("bold0+3", "italic14+4");
        assertThat(reply.replyTo()).isEmpty();
        assertThat(theatre.home().drafts())
                .extracting(draft -> draft.text())
                .startsWith("Ada\nGood day.")
                .endsWith(SHOWN);
        assertThat(theatre.home().actions())
                .extracting(action -> action.action())
                .contains("typing");
        await().until(() -> reply.buttons().size() == 3);
        assertThat(theatre.home().textsOfBot()).containsExactly(SHOWN);
    }

    @Test
    void group_reply_isAReplyWithoutStreaming() {
        TelegramServerChat group =
                theatre.server().addsBot(theatre.mina(), theatre.server().supergroup("Whitby", theatre.mina()));
        theatre.server().privacy(false);
        TelegramServerChat open =
                theatre.server().addsBot(theatre.mina(), theatre.server().supergroup("Open", theatre.mina()));
        theatre.open();
        TelegramServerMessage said = theatre.server().says(theatre.mina(), open, "@testing_bot, good evening");
        TelegramServerMessage reply = wrote(open, SHOWN);
        assertThat(reply.replyTo()).hasValue(said.id());
        assertThat(reply.texts()).containsExactly(SHOWN);
        assertThat(theatre.engine().requests().get(0).messages())
                .last()
                .satisfies(message -> assertThat(message.content()).endsWith("Mina: good evening"));
        theatre.server().replies(theatre.mina(), reply, "And now?");
        await().until(() -> open.ofBot().size() == 2);
        assertThat(group.ofBot()).isEmpty();
    }

    @Test
    void forum_topics_areConversationsOfTheirOwn() {
        theatre.server().privacy(false);
        TelegramServerChat forum =
                theatre.server().addsBot(theatre.mina(), theatre.server().forum("Library", theatre.mina()));
        TelegramServerTopic letters = theatre.server().topic(theatre.mina(), forum, "Letters");
        theatre.open();
        theatre.server().writes(theatre.mina(), forum).in(letters).text("@testing_bot hello");
        await().until(() -> forum.ofBot().size() == 1);
        theatre.server().says(theatre.mina(), forum, "@testing_bot hello");
        await().until(() -> forum.ofBot().size() == 2);
        assertThat(forum.ofBot().get(0).threadId()).hasValue(letters.threadId());
        assertThat(forum.ofBot().get(1).threadId()).isEmpty();
        assertThat(theatre.engine().requests())
                .allSatisfy(request -> assertThat(request.messages()).hasSize(2));
    }

    @Test
    void group_migrated_goesOnUnderItsNewId() {
        theatre.server().privacy(false);
        TelegramServerChat group =
                theatre.server().addsBot(theatre.mina(), theatre.server().group("Whitby", theatre.mina()));
        theatre.open();
        theatre.server().says(theatre.mina(), group, "@testing_bot one");
        wrote(group, SHOWN);
        TelegramServerChat supergroup = theatre.server().chats().migrates(theatre.mina(), group);
        theatre.server().says(theatre.mina(), supergroup, "@testing_bot two");
        wrote(supergroup, SHOWN);
        assertThat(theatre.engine().requests().get(1).messages()).hasSize(4);
    }

    @Test
    void updates_thatComeTwiceOrCannotBeRead_areAnsweredOnce() {
        theatre.server().updates().doubles(3, 1);
        theatre.open();
        TelegramServerMessage said = theatre.says("One");
        texts(theatre.home(), SHOWN);
        theatre.server().updates().unreadable(theatre.mina(), theatre.home());
        theatre.server().updates().repeats(said);
        theatre.server().updates().redelivers(5);
        theatre.says("Two");
        texts(theatre.home(), SHOWN, SHOWN);
        assertThat(theatre.engine().requests()).hasSize(2);
        assertThat(theatre.server().updates().unconfirmed()).isZero();
    }

    @Test
    void polls_thatFail_goOn() {
        theatre.open();
        theatre.server()
                .failNext(
                        "getUpdates",
                        TelegramServerFault.html(502),
                        TelegramServerFault.drop(),
                        TelegramServerFault.tooMany(1),
                        TelegramServerFault.internalError());
        theatre.says("One");
        texts(theatre.home(), SHOWN);
        theatre.server().down();
        await().until(() -> theatre.adapter().trouble().isPresent());
        assertThat(theatre.adapter().trouble()).hasValue(Trouble.UNREACHABLE);
        theatre.server().up();
        theatre.says("Two");
        texts(theatre.home(), SHOWN, SHOWN);
        await().until(() -> theatre.adapter().trouble().isEmpty());
    }

    @Test
    void start_serverDown_connectsOnceItIsUp() {
        theatre.server().down();
        Thread opening = new Thread(theatre::open);
        opening.start();
        theatre.says("One");
        theatre.server().up();
        texts(theatre.home(), SHOWN);
        assertThat(opening.isAlive()).isFalse();
    }

    @Test
    void start_wrongToken_isOneSentence() {
        TelegramAdapter adapter = new TelegramAdapter(
                theatre.options("7000000001:wrong"), () -> theatre.bot().commands(), theatre.store(), Triggers.DEFAULT);
        try {
            assertThatThrownBy(() -> adapter.start(event -> null))
                    .isInstanceOf(TelegramException.class)
                    .hasMessage(Trouble.TOKEN);
        } finally {
            adapter.close();
        }
    }

    @Test
    void storeAway_updateIsKeptAndHandedInAgain() {
        theatre.open();
        theatre.stores().broken(true);
        theatre.says("One");
        await().until(() -> !theatre.server().requests("getUpdates").isEmpty());
        assertThat(theatre.server().updates().unconfirmed()).isOne();
        theatre.stores().broken(false);
        texts(theatre.home(), SHOWN);
    }

    @Test
    void closed_whileTheStoreIsAway_confirmsNothing() {
        theatre.open();
        theatre.stores().broken(true);
        theatre.says("One");
        await().until(() -> theatre.server().requests("getUpdates").stream().anyMatch(poll -> poll.number("offset") > 0)
                || theatre.server().updates().unconfirmed() == 1);
        theatre.closeBot();
        assertThat(theatre.server().updates().unconfirmed()).isOne();
        theatre.stores().broken(false);
        theatre.open();
        texts(theatre.home(), SHOWN);
    }

    @Test
    void post_answerLost_isSentOnceAndSaid() {
        theatre.open();
        theatre.server().failNext("sendMessage", TelegramServerFault.drop().afterEffect());
        theatre.says("One");
        wrote(theatre.home(), "could be posted");
        assertThat(theatre.home().textsOfBot().stream().filter(SHOWN::equals)).hasSize(1);
    }

    @Test
    void post_botEndsBeforeTheAnswer_isNotSentAgain() {
        theatre.open();
        theatre.server().failNext("sendMessage", TelegramServerFault.hang().afterEffect());
        theatre.says("One");
        texts(theatre.home(), SHOWN);
        theatre.closeBot();
        theatre.open();
        wrote(theatre.home(), "could be posted");
        assertThat(theatre.home().textsOfBot().stream().filter(SHOWN::equals)).hasSize(1);
    }

    @Test
    void post_limited_waitsAndKeepsTheOrder() {
        theatre.open();
        theatre.server().failNext("sendMessage", TelegramServerFault.tooMany(1), TelegramServerFault.tooMany(1));
        theatre.says("One");
        texts(theatre.home(), SHOWN);
    }

    @Test
    void post_blockedByThePerson_isRefusedAndNotRepeated() {
        theatre.open().says("One");
        texts(theatre.home(), SHOWN);
        theatre.engine().blockAfter(1);
        theatre.says("Two");
        await().until(() -> theatre.engine().running() == 1);
        theatre.server().chats().blocks(theatre.mina());
        theatre.engine().release();
        await().until(() -> theatre.stores().turns().open().isEmpty());
        theatre.server().chats().unblocks(theatre.mina());
        theatre.says("Three");
        await().until(() -> theatre.engine().requests().size() >= 3);
        await().until(() -> theatre.stores().turns().open().isEmpty());
        assertThat(theatre.home().textsOfBot().stream().filter(SHOWN::equals)).hasSize(2);
    }

    @Test
    void longReply_isSeveralMessagesUnderOneAnother() {
        String words = "word ".repeat(1500).strip();
        theatre.engine(TestingEngine.saying("x</system_thinking>" + words));
        theatre.open().says("One");
        await().until(() -> theatre.home().ofBot().size() == 2);
        assertThat(theatre.home().textsOfBot())
                .allSatisfy(text -> assertThat(text).startsWith("Ada\n").hasSizeLessThanOrEqualTo(4096));
    }

    @Test
    void draftsMissing_replyGrowsByEdits() {
        theatre.server().failNext("sendMessageDraft", TelegramServerFault.html(404));
        theatre.open().says("One");
        texts(theatre.home(), SHOWN);
    }

    @Test
    void close_endsAllThreads() throws InterruptedException {
        theatre.open().says("One");
        texts(theatre.home(), SHOWN);
        theatre.closeBot();
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .filter(name -> name.startsWith("telegram-") && !name.equals("telegram-server"))
                        .toList())
                .isEqualTo(List.of()));
    }

    @Test
    void otherProcess_sameToken_isSaidInPlainWords() {
        theatre.open();
        theatre.server().failNext("getUpdates", TelegramServerFault.drop());
        TelegramAdapter second = new TelegramAdapter(
                theatre.options(theatre.server().token()),
                () -> theatre.bot().commands(),
                new TestingTelegramStore(),
                Triggers.DEFAULT);
        try {
            second.start(event -> new Admission.Ignored());
            await().until(() ->
                    theatre.adapter().trouble().filter(Trouble.CONFLICT::equals).isPresent());
        } finally {
            second.close();
        }
    }
}
