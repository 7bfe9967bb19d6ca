package dramatis.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendMessageDraft;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessages;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ForceReplyKeyboard;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** What the client library sends, and how it fails. */
class TelegramServerSendTest {
    private final TelegramServer server = TelegramServer.start();
    private final TelegramServerBot bot = new TelegramServerBot(server);
    private final TelegramServerPerson mina = server.person("Mina");
    private final TelegramServerChat home = server.privateChat(mina);
    private final TelegramServerMessage start = server.says(mina, home, "/start");

    @AfterEach
    void close() {
        bot.close();
        server.close();
    }

    @Test
    void sendMessage_entitiesButtonsAndReply_areKept() throws Exception {
        Message sent = bot.client()
                .execute(message("Dracula\nGood evening.")
                        .entities(List.of(MessageEntity.builder()
                                .type("bold")
                                .offset(0)
                                .length(7)
                                .build()))
                        .replyParameters(
                                ReplyParameters.builder().messageId(start.id()).build())
                        .replyMarkup(buttons("next"))
                        .build());
        TelegramServerMessage kept = home.ofBot().get(0);
        assertThat(kept.id()).isEqualTo(sent.getMessageId());
        assertThat(kept.text()).isEqualTo("Dracula\nGood evening.");
        assertThat(kept.entities().get(0).path("type").asString("")).isEqualTo("bold");
        assertThat(kept.replyTo()).hasValue(start.id());
        assertThat(kept.buttons()).containsExactly(new TelegramServerButton("more", "next"));
        assertThat(sent.getReplyToMessage().getText()).isEqualTo("/start");
        bot.client().execute(message("?").replyMarkup(new ForceReplyKeyboard()).build());
        assertThat(home.ofBot().get(1).markup().path("force_reply").asBoolean()).isTrue();
    }

    @Test
    void sendMessage_whatTelegramRefuses_isRefused() throws Exception {
        assertThat(refused(() -> bot.send(home, "\u00e9".repeat(4097))))
                .isEqualTo("[400] Bad Request: message is too long");
        assertThat(refused(() -> bot.client()
                        .execute(message("ok")
                                .entities(List.of(MessageEntity.builder()
                                        .type("bold")
                                        .offset(1)
                                        .length(2)
                                        .build()))
                                .build())))
                .contains("[400] Bad Request: entity beginning at UTF-16 offset 1 ends after the end of the text");
        assertThat(refused(() -> bot.client()
                        .execute(message("ok")
                                .replyMarkup(buttons("x".repeat(65)))
                                .build())))
                .isEqualTo("[400] Bad Request: BUTTON_DATA_INVALID");
        assertThat(refused(() -> bot.send(server.privateChat(server.person("Lucy")), "hello")))
                .isEqualTo("[400] Bad Request: chat not found");
        server.chats().blocks(mina);
        assertThat(refused(() -> bot.send(home, "hello"))).isEqualTo("[403] Forbidden: bot was blocked by the user");
        assertThat(home.ofBot()).isEmpty();
    }

    @Test
    void editMessageText_sameAgain_isNotModified() throws Exception {
        Message sent = bot.send(home, "Good");
        EditMessageText edit = EditMessageText.builder()
                .chatId(home.id())
                .messageId(sent.getMessageId())
                .text("Good evening. ")
                .build();
        bot.client().execute(edit);
        assertThat(home.ofBot().get(0).texts()).containsExactly("Good", "Good evening.");
        assertThat(refused(() -> bot.client().execute(edit))).contains("message is not modified");
        bot.client()
                .execute(DeleteMessages.builder()
                        .chatId(home.id())
                        .messageIds(List.of(sent.getMessageId(), 9999))
                        .build());
        assertThat(home.deletions()).extracting(TelegramServerMessage::id).containsExactly(sent.getMessageId());
        assertThat(refused(() -> bot.client().execute(edit))).isEqualTo("[400] Bad Request: message to edit not found");
        assertThat(home.deletions().get(0).requests())
                .extracting(TelegramServerRequest::method)
                .containsExactly("sendMessage", "editMessageText", "deleteMessages");
    }

    @Test
    void presses_button_isAnsweredOnceItIsKnown() throws Exception {
        bot.client().execute(message("?").replyMarkup(buttons("next")).build());
        bot.poll();
        String id = server.presses(mina, home.ofBot().get(0), "next");
        await().until(() -> bot.updates().stream()
                .anyMatch(it -> it.hasCallbackQuery()
                        && it.getCallbackQuery().getData().equals("next")
                        && it.getCallbackQuery().getId().equals(id)));
        AnswerCallbackQuery answer =
                AnswerCallbackQuery.builder().callbackQueryId(id).text("Yes").build();
        bot.client().execute(answer);
        assertThat(server.callbackAnswers()).containsExactly(new TelegramServerAnswer(id, "Yes", false));
        server.callbacksExpire();
        assertThat(refused(() -> bot.client().execute(answer))).contains("query is too old");
    }

    @Test
    void sendDocument_multipart_isAFileOfTheServer() throws Exception {
        byte[] content = "a,b\r\n--x\r\n\r\n\u00e9".getBytes(StandardCharsets.UTF_8);
        Message sent = bot.client()
                .execute(SendDocument.builder()
                        .chatId(home.id())
                        .document(new InputFile(new ByteArrayInputStream(content), "talk.md"))
                        .caption("the talk")
                        .replyMarkup(buttons("next"))
                        .build());
        assertThat(home.ofBot().get(0).text()).isEqualTo("the talk");
        assertThat(home.ofBot().get(0).buttons()).hasSize(1);
        assertThat(sent.getDocument().getFileName()).isEqualTo("talk.md");
        assertThat(server.requests("sendDocument").get(0).files().get("talk.md").content())
                .isEqualTo(content);
        String path = bot.client()
                .execute(new GetFile(sent.getDocument().getFileId()))
                .getFilePath();
        try (var stream = server.url()
                .resolve("/file/bot" + server.token() + "/" + path)
                .toURL()
                .openStream()) {
            assertThat(stream.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void sendChatAction_andDrafts_areSeen() throws Exception {
        bot.client()
                .execute(SendChatAction.builder()
                        .chatId(home.id())
                        .action("typing")
                        .build());
        bot.client()
                .execute(SendMessageDraft.builder()
                        .chatId(home.id())
                        .draftId(7)
                        .text("Go")
                        .build());
        assertThat(home.actions()).containsExactly(new TelegramServerAction("typing", 0));
        assertThat(home.drafts()).extracting(TelegramServerDraft::text).containsExactly("Go");
        TelegramServerChat group = server.addsBot(mina, server.group("Whitby", mina));
        assertThat(refused(() -> bot.client()
                        .execute(SendMessageDraft.builder()
                                .chatId(group.id())
                                .draftId(7)
                                .text("Go")
                                .build())))
                .contains("TEXTDRAFT_PEER_INVALID");
    }

    @Test
    void setMyCommands_narrowestScopeAndLanguage_isOffered() throws Exception {
        bot.client().execute(new SetMyCommands(List.of(new BotCommand("help", "Helps"))));
        bot.client()
                .execute(SetMyCommands.builder()
                        .command(new BotCommand("peek", "Shows thoughts"))
                        .scope(new BotCommandScopeChat(Long.toString(home.id())))
                        .languageCode("en")
                        .build());
        assertThat(server.menu("default", "")).containsExactly("help");
        assertThat(server.menuFor(mina, home)).containsExactly("peek");
        TelegramServerPerson lin = server.person("Lin", "zh");
        assertThat(server.menuFor(lin, server.privateChat(lin))).containsExactly("help");
        assertThat(refused(() -> bot.client().execute(new SetMyCommands(List.of(new BotCommand("Help", "Helps"))))))
                .isEqualTo("[400] Bad Request: BOT_COMMAND_INVALID");
    }

    @Test
    void limits_secondMessageAtOnce_isToldToWait() throws Exception {
        server.limits(new TelegramServerLimits(Duration.ofHours(1), 20, Duration.ofMinutes(1), 30));
        bot.send(home, "one");
        TelegramApiRequestException refusal =
                catchThrowableOfType(TelegramApiRequestException.class, () -> bot.send(home, "two"));
        assertThat(refusal.getErrorCode()).isEqualTo(429);
        assertThat(refusal.getParameters().getRetryAfter()).isBetween(3590, 3600);
        assertThat(server.limited()).isEqualTo(1);
        assertThat(home.textsOfBot()).containsExactly("one");
    }

    @Test
    void fault_tooMany_isForOneRequest() throws Exception {
        server.failNext(TelegramServerFault.tooMany(7));
        TelegramApiRequestException refusal =
                catchThrowableOfType(TelegramApiRequestException.class, () -> bot.send(home, "one"));
        assertThat(refusal.getParameters().getRetryAfter()).isEqualTo(7);
        bot.send(home, "two");
        assertThat(home.textsOfBot()).containsExactly("two");
    }

    @Test
    void fault_dropAfterEffect_leavesOneMessage() throws Exception {
        server.failNext("sendMessage", TelegramServerFault.drop().afterEffect(), TelegramServerFault.drop());
        assertThat(catchThrowableOfType(TelegramApiException.class, () -> bot.send(home, "one")))
                .isNotNull();
        assertThat(catchThrowableOfType(TelegramApiException.class, () -> bot.send(home, "two")))
                .isNotNull();
        assertThat(home.textsOfBot()).containsExactly("one");
        assertThat(server.requests("sendMessage")).hasSize(2);
    }

    @Test
    void fault_html_hasNoCodeForTheClient() throws Exception {
        server.failNext(TelegramServerFault.html(502), TelegramServerFault.internalError());
        TelegramApiRequestException page =
                catchThrowableOfType(TelegramApiRequestException.class, () -> bot.send(home, "one"));
        assertThat(page.getErrorCode()).isZero();
        assertThat(page.getApiResponse()).isNull();
        assertThat(refused(() -> bot.send(home, "one"))).isEqualTo("[500] Internal Server Error");
    }

    @Test
    void fault_hang_endsWhenToldTo() throws Exception {
        server.failNext(TelegramServerFault.hang().afterEffect());
        var sent = bot.client().executeAsync(message("one").build());
        await().until(() -> home.textsOfBot().equals(List.of("one")));
        assertThat(sent).isNotDone();
        server.goOn();
        assertThat(sent.join().getText()).isEqualTo("one");
    }

    @Test
    void failSome_sameSeed_failsTheSame() throws Exception {
        assertThat(failures(5)).isEqualTo(failures(5)).isNotEqualTo(failures(6)).isBetween(1L, (1L << 32) - 2);
    }

    /** Which of 32 requests failed, a bit each. */
    private long failures(long seed) throws TelegramApiException {
        server.failSome(seed, 0.3, Set.of("sendMessage"), TelegramServerFault.internalError());
        long failed = 0;
        for (int i = 0; i < 32; i++) {
            failed = 2 * failed
                    + (catchThrowableOfType(TelegramApiException.class, () -> bot.send(home, "x")) == null ? 0 : 1);
        }
        return failed;
    }

    private SendMessage.SendMessageBuilder<?, ?> message(String text) {
        return SendMessage.builder().chatId(home.id()).text(text);
    }

    private static InlineKeyboardMarkup buttons(String data) {
        return new InlineKeyboardMarkup(List.of(new InlineKeyboardRow(
                InlineKeyboardButton.builder().text("more").callbackData(data).build())));
    }

    private static String refused(ThrowingCallable call) {
        TelegramApiRequestException refusal = catchThrowableOfType(TelegramApiRequestException.class, call);
        return "[" + refusal.getErrorCode() + "] " + refusal.getApiResponse();
    }
}
