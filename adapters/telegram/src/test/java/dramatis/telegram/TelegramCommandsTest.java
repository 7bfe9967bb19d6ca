package dramatis.telegram;

import static dramatis.telegram.Theatre.SHOWN;
import static dramatis.telegram.Theatre.texts;
import static dramatis.telegram.Theatre.wrote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dramatis.access.Grant;
import dramatis.access.Role;
import dramatis.inference.TestingEngine;
import dramatis.message.Place;
import dramatis.message.UserRef;
import dramatis.testkit.TelegramServerChat;
import dramatis.testkit.TelegramServerMessage;
import dramatis.testkit.TelegramServerPerson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What people ask for on Telegram, by commands, buttons and answers to questions. */
@Timeout(90)
class TelegramCommandsTest {
    private final Theatre theatre = new Theatre();

    @AfterEach
    void close() {
        theatre.close();
    }

    private TelegramServerChat group(TelegramServerPerson... others) {
        return theatre.server().addsBot(theatre.mina(), theatre.server().supergroup("Whitby", theatre.mina(), others));
    }

    private List<String> toasts() {
        return theatre.server().callbackAnswers().stream()
                .map(answer -> answer.text())
                .toList();
    }

    private static String data(TelegramServerMessage message, String label) {
        return message.buttons().stream()
                .filter(button -> button.text().equals(label))
                .findFirst()
                .orElseThrow()
                .data();
    }

    @Test
    void start_offersCharactersAsButtons() {
        theatre.open().says("/start");
        TelegramServerMessage welcome = wrote(theatre.home(), "Here I am");
        assertThat(welcome.buttons()).extracting(button -> button.text()).containsExactly("Ada", "Wren");
        theatre.server().presses(theatre.mina(), welcome, data(welcome, "Wren"));
        await().until(() -> theatre.server().callbackAnswers().size() == 1);
        theatre.says("Hello");
        wrote(theatre.home(), "Wren\nGood day.");
    }

    @Test
    void start_inChinese_isInChinese() {
        TelegramServerPerson lin = theatre.server().person("Lin", "zh-hans");
        theatre.open();
        theatre.server().says(lin, theatre.server().privateChat(lin), "/start");
        wrote(theatre.server().privateChat(lin), "我来了");
    }

    @Test
    void command_flatOrSpaced_forThisBotOnly() {
        theatre.open().says("/persona_use wren");
        theatre.says("Hello");
        wrote(theatre.home(), "Wren\nGood day.");
        theatre.says("/persona use@testing_bot ada");
        theatre.says("/persona use ada");
        theatre.says("Hello");
        wrote(theatre.home(), SHOWN);
        TelegramServerChat group = group();
        theatre.server().says(theatre.mina(), group, "/ping@other_bot");
        theatre.server().says(theatre.mina(), group, "/weather");
        theatre.server().says(theatre.mina(), group, "/PING@Testing_Bot");
        wrote(group, "Here I am.");
        assertThat(group.ofBot()).hasSize(1);
        theatre.says("/weather");
        wrote(theatre.home(), "There is no command /weather");
    }

    @Test
    void command_sentTwice_runsOnce() {
        theatre.open().says("One");
        texts(theatre.home(), SHOWN);
        theatre.says("Two");
        texts(theatre.home(), SHOWN, SHOWN);
        TelegramServerMessage undo = theatre.says("/undo");
        wrote(theatre.home(), "taken back");
        theatre.server().updates().repeats(undo);
        theatre.server().updates().redelivers(1);
        await().until(() -> theatre.server().updates().unconfirmed() == 0);
        theatre.says("/ping");
        wrote(theatre.home(), "Here I am.");
        assertThat(theatre.home().textsOfBot().stream().filter(SHOWN::equals)).hasSize(1);
    }

    @Test
    void command_withMoreThanItTakes_isNotRun() {
        theatre.open().says("One");
        texts(theatre.home(), SHOWN);
        theatre.says("/undo everything");
        wrote(theatre.home(), "everything");
        assertThat(theatre.home().textsOfBot()).contains(SHOWN);
    }

    @Test
    void bareCommand_asksForWhatLacks() {
        theatre.open().says("/persona_use");
        TelegramServerMessage question = wrote(theatre.home(), "its id or name");
        assertThat(question.buttons()).extracting(button -> button.text()).containsExactly("ada", "wren");
        theatre.server().presses(theatre.mina(), question, data(question, "wren"));
        await().until(() -> !toasts().isEmpty());
        theatre.says("/say");
        wrote(theatre.home(), "what you say");
        theatre.says("Hello there");
        wrote(theatre.home(), "Wren\nGood day.");
        assertThat(theatre.engine().requests().get(0).messages())
                .last()
                .satisfies(message -> assertThat(message.content()).endsWith("Mina: Hello there"));
    }

    @Test
    void form_isAskedFieldByField() {
        theatre.open().says("/persona_create");
        TelegramServerMessage first = wrote(theatre.home(), "Its name");
        assertThat(first.markup().path("force_reply").asBoolean()).isTrue();
        theatre.server().replies(theatre.mina(), first, "Lucy");
        wrote(theatre.home(), "Who it is");
        theatre.says("A friend of Mina's.");
        for (int i = 0; i < 3; i++) {
            int before = theatre.home().ofBot().size();
            theatre.says("/skip");
            await().until(() -> theatre.home().ofBot().size() > before);
        }
        wrote(theatre.home(), "Lucy is made");
        assertThat(theatre.engine().requests()).isEmpty();
    }

    @Test
    void form_cancelled_leavesAll() {
        theatre.open().says("/persona_create");
        wrote(theatre.home(), "Its name");
        theatre.says("/cancel");
        wrote(theatre.home(), "Left as it was.");
        theatre.says("Hello");
        wrote(theatre.home(), SHOWN);
    }

    @Test
    void reset_isConfirmedByTheAskerOnly() {
        TelegramServerPerson john = theatre.server().person("John");
        TelegramServerChat group = group(john);
        theatre.open();
        theatre.server().says(theatre.mina(), group, "/say Hello");
        wrote(group, SHOWN);
        theatre.server().says(theatre.mina(), group, "/reset");
        TelegramServerMessage question = wrote(group, "Begin anew?");
        theatre.server().presses(john, question, data(question, "Yes"));
        await().until(() -> toasts().equals(List.of("Somebody else was asked.")));
        theatre.server().presses(theatre.mina(), question, data(question, "Yes"));
        await().until(() -> question.buttons().isEmpty());
        theatre.server().says(theatre.mina(), group, "/say Again");
        await().until(() -> theatre.engine().requests().size() == 2);
        assertThat(theatre.engine().requests().get(1).messages()).hasSize(2);
    }

    @Test
    void controls_swipeRetryAndUndo() {
        theatre.engine(new TestingEngine(request ->
                "x</system_thinking>Number " + theatre.engine().requests().size() + "."));
        theatre.open().says("One");
        TelegramServerMessage reply = wrote(theatre.home(), "Number 1.");
        await().until(() -> reply.buttons().size() == 3);
        theatre.server().presses(theatre.mina(), reply, data(reply, "🔁"));
        await().until(() -> reply.buttons().size() == 6);
        assertThat(reply.text()).isEqualTo("Ada\nNumber 2.");
        assertThat(reply.buttons()).extracting(button -> button.text()).startsWith("◀", "2/2", "·");
        theatre.server().presses(theatre.mina(), reply, data(reply, "◀"));
        await().until(() -> reply.text().equals("Ada\nNumber 1."));
        await().until(() ->
                reply.buttons().stream().anyMatch(button -> button.text().equals("1/2")));
        theatre.server().presses(theatre.mina(), reply, data(reply, "1/2"));
        theatre.server().presses(theatre.mina(), reply, data(reply, "🗑"));
        await().until(reply::deleted);
        await().until(() -> toasts().size() == 4);
        assertThat(toasts()).contains("The last exchange is taken back.", "This is version 1 of 2.");
    }

    @Test
    void controls_ofAnEarlierReply_goAndSayThatTheyAreOld() {
        theatre.open().says("One");
        TelegramServerMessage first = wrote(theatre.home(), SHOWN);
        await().until(() -> first.buttons().size() == 3);
        String retry = data(first, "🔁");
        theatre.closeBot();
        theatre.open();
        theatre.says("Two");
        await().until(() -> theatre.home().ofBot().size() == 2);
        theatre.server().presses(theatre.mina(), first, retry);
        await().until(() -> toasts().stream().anyMatch(text -> text.contains("not the last reply")));
        await().until(() -> first.buttons().isEmpty());
    }

    @Test
    void controls_newReply_takesThemFromTheOneBefore() {
        theatre.open().says("One");
        TelegramServerMessage first = wrote(theatre.home(), SHOWN);
        await().until(() -> first.buttons().size() == 3);
        theatre.says("Two");
        await().until(() -> theatre.home().ofBot().size() == 2);
        await().until(() -> theatre.home().ofBot().get(1).buttons().size() == 3);
        assertThat(first.buttons()).isEmpty();
    }

    @Test
    void delete_asAReply_takesTheLastReplyBack() {
        theatre.open().says("One");
        TelegramServerMessage reply = wrote(theatre.home(), SHOWN);
        await().until(() -> reply.buttons().size() == 3);
        theatre.closeBot();
        theatre.open();
        theatre.server().replies(theatre.mina(), reply, "/delete");
        await().until(reply::deleted);
    }

    @Test
    void delete_inAGroup_ofAnOlderReply_isForAdmins() {
        TelegramServerPerson john = theatre.server().person("John");
        TelegramServerChat group = group(john);
        theatre.open();
        theatre.server().says(theatre.mina(), group, "/say One");
        TelegramServerMessage first = wrote(group, SHOWN);
        theatre.server().says(theatre.mina(), group, "/say Two");
        await().until(() -> group.ofBot().size() == 2);
        theatre.server().replies(john, first, "/delete");
        TelegramServerMessage forbidden = wrote(group, "/delete is for managers");
        theatre.server().replies(theatre.mina(), first, "/delete");
        await().until(first::deleted);
        theatre.server().replies(theatre.mina(), forbidden, "/delete");
        await().until(forbidden::deleted);
    }

    @Test
    void rights_comeFromTheChatsAdministrators() {
        TelegramServerPerson john = theatre.server().person("John");
        TelegramServerChat group = group(john);
        theatre.open();
        theatre.server().says(john, group, "/persona_use wren");
        wrote(group, "/persona use is for managers");
        theatre.server().chats().promotes(theatre.mina(), group, john);
        theatre.server().says(john, group, "/manager_add " + theatre.mina().id());
        wrote(group, "Mina is a manager here");
        theatre.server().writes(theatre.mina(), group).anonymously().text("/persona_use@testing_bot wren");
        theatre.server().says(theatre.mina(), group, "/say Hello");
        wrote(group, "Wren\nGood day.");
    }

    @Test
    void person_byReplyNameOrId_isFound() {
        TelegramServerPerson john = theatre.server().person("John");
        TelegramServerChat group = group(john);
        theatre.open();
        theatre.server().says(theatre.mina(), group, "/manager_add @john");
        wrote(group, "I have not met @\u2060john");
        TelegramServerMessage said = theatre.server().says(john, group, "/ping");
        wrote(group, "Here I am.");
        theatre.server().says(theatre.mina(), group, "/manager_add @John");
        wrote(group, "John is a manager here");
        theatre.server().replies(theatre.mina(), said, "/block_add");
        wrote(group, "John is blocked here");
        assertThat(theatre.stores().access().grants(new Place("telegram", Long.toString(group.id()))))
                .extracting(Grant::role, Grant::user)
                .containsExactly(tuple(Role.BLOCKED, new UserRef("telegram", Long.toString(john.id()))));
    }

    @Test
    void personalAnswer_inAGroup_goesToThePrivateChat() {
        TelegramServerChat group = group();
        theatre.open();
        theatre.server().says(theatre.mina(), group, "/privacy_show");
        TelegramServerMessage first = wrote(group, "in private only");
        assertThat(first.markup().toString()).contains("https://t.me/testing_bot?start=hello");
        theatre.says("/start");
        wrote(theatre.home(), "Here I am");
        theatre.server().says(theatre.mina(), group, "/privacy_show");
        wrote(theatre.home(), "kept of you");
        assertThat(group.textsOfBot()).noneMatch(text -> text.contains("kept of you"));
    }

    @Test
    void export_isAFile() {
        theatre.open().says("One");
        wrote(theatre.home(), SHOWN);
        theatre.says("/export");
        await().until(() -> theatre.server().requests("sendDocument").size() == 1);
        await().until(() -> theatre.home().ofBot().size() == 2);
    }

    @Test
    void file_withItsCaption_isPreviewedAndTakenIn() {
        theatre.open();
        theatre.server().writes(theatre.mina(), theatre.home()).document("cast.txt", bytes("Lucy"), "/persona_import");
        TelegramServerMessage question = wrote(theatre.home(), "That will be yours, to be played here: Lucy");
        theatre.server().presses(theatre.mina(), question, data(question, "Yes"));
        wrote(theatre.home(), "Lucy is made");
    }

    @Test
    void file_asAnAnswer_isTakenIn() {
        theatre.open().says("/persona_import");
        wrote(theatre.home(), "send it as a reply");
        theatre.says("no file");
        await().until(() -> theatre.home().ofBot().size() == 2);
        theatre.server().writes(theatre.mina(), theatre.home()).document("cast.txt", bytes("Lucy"), "");
        wrote(theatre.home(), "That will be yours");
        assertThat(theatre.engine().requests()).isEmpty();
    }

    @Test
    void file_tooLarge_isNotFetched() {
        theatre.open();
        theatre.server()
                .writes(theatre.mina(), theatre.home())
                .document("cast.txt", new byte[(10 << 20) + 1], "/persona_import");
        wrote(theatre.home(), "cast.txt is too large");
        assertThat(theatre.server().requests("getFile")).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void pair_code_makesTheOwnerOnce() {
        TelegramServerPerson john = theatre.server().person("John");
        TelegramServerChat johns = theatre.server().privateChat(john);
        theatre.open();
        String code = theatre.adapter().pairingCode().orElseThrow();
        assertThat(code).matches("[0-9]{8}");
        theatre.server().says(john, johns, "/pair 1");
        wrote(johns, "not the code");
        theatre.says("/pair " + code);
        wrote(theatre.home(), "You are my owner now");
        theatre.server().says(john, johns, "/pair " + code);
        wrote(johns, "I have an owner already");
        assertThat(theatre.store().owner())
                .hasValue(Long.toString(theatre.mina().id()));
        assertThat(theatre.adapter().pairingCode()).isEmpty();
    }

    @Test
    void menus_areRegisteredByScopeAndLanguage_onceUntilTheyChange() {
        theatre.open();
        await().until(() -> theatre.server().requests("setMyCommands").size() == 12);
        assertThat(theatre.server().menuFor(theatre.mina(), theatre.home()))
                .contains("start", "persona_use", "channel_config", "delete")
                .doesNotContain("thoughts_peek");
        TelegramServerPerson john = theatre.server().person("John", "zh");
        TelegramServerChat group = group(john);
        assertThat(theatre.server().menuFor(john, group)).doesNotContain("channel_config", "manager_add");
        assertThat(theatre.server().menuFor(theatre.mina(), group)).contains("channel_config");
        theatre.closeBot();
        theatre.open();
        await().until(() -> theatre.server().requests("getMyCommands").size() == 24);
        assertThat(theatre.server().requests("setMyCommands")).hasSize(12);
    }

    @Test
    void refusal_ofAMessage_isSaid() {
        theatre.open().says("x".repeat(500));
        wrote(theatre.home(), "at most 400 are read");
    }
}
