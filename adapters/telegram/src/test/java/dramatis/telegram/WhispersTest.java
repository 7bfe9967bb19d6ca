package dramatis.telegram;

import static dramatis.telegram.Theatre.SHOWN;
import static dramatis.telegram.Theatre.wrote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dramatis.TestingSettings;
import dramatis.address.Triggers;
import dramatis.delivery.Thoughts;
import dramatis.message.UserRef;
import dramatis.testkit.TelegramServerChat;
import dramatis.testkit.TelegramServerPerson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Thoughts go to the owner, and to nobody else. */
@Timeout(90)
class WhispersTest {
    private final Theatre theatre = new Theatre();
    private final TelegramServerPerson john = theatre.server().person("John");
    private final TelegramServerChat johns = theatre.server().privateChat(john);

    @AfterEach
    void close() {
        theatre.close();
    }

    private void open(Thoughts thoughts) {
        theatre.owner(john)
                .settings(new TestingSettings()
                        .owner(new UserRef("telegram", Long.toString(john.id())))
                        .thoughts("telegram", thoughts))
                .open();
    }

    @Test
    void thoughts_goToTheOwnersPrivateChat() {
        open(Thoughts.DM);
        theatre.server().says(john, johns, "/start");
        theatre.says("Hello");
        wrote(johns, "Ada\nWho is this?");
        assertThat(theatre.home().textsOfBot()).containsExactly(SHOWN);
        assertThat(johns.textsOfBot()).noneMatch(text -> text.contains("polite"));
    }

    @Test
    void thoughts_ownerNeverWrote_isSaidAndNothingGoesElsewhere() {
        open(Thoughts.DM);
        theatre.says("Hello");
        wrote(theatre.home(), SHOWN);
        await().until(() -> theatre.adapter()
                .trouble()
                .filter(what -> what.contains("/start once"))
                .isPresent());
        assertThat(johns.ofBot()).isEmpty();
        theatre.server().says(john, johns, "/start");
        theatre.says("Hello again");
        wrote(johns, "Who is this?");
        await().until(() -> theatre.adapter().trouble().isEmpty());
    }

    @Test
    void thoughts_toAGroup_onlyWhileTheOwnerIsAloneInIt() {
        TelegramServerChat study =
                theatre.server().addsBot(john, theatre.server().group("Study", john));
        open(Thoughts.in(Long.toString(study.id())));
        theatre.says("Hello");
        wrote(study, "Who is this?");
        int before = study.ofBot().size();
        theatre.server().chats().joins(theatre.mina(), study);
        theatre.says("Hello again");
        await().until(() -> theatre.adapter()
                .trouble()
                .filter(what -> what.contains("others than the owner"))
                .isPresent());
        assertThat(study.ofBot()).hasSize(before);
    }

    @Test
    void plan_inAGroup_goesToTheOwnersPrivateChat() {
        TelegramServerChat group =
                theatre.server().addsBot(theatre.mina(), theatre.server().supergroup("Whitby", theatre.mina(), john));
        open(Thoughts.OFF);
        theatre.server().says(john, johns, "/start");
        theatre.server().says(john, group, "/say Hello");
        wrote(group, SHOWN);
        theatre.server().says(john, group, "/thoughts_peek");
        wrote(johns, "Who is this?");
        theatre.server().says(theatre.mina(), group, "/thoughts_peek");
        wrote(theatre.server().privateChat(john), "Who is this?");
        await().until(() -> group.ofBot().size() == 2);
        assertThat(group.textsOfBot()).noneMatch(text -> text.contains("Who is this?"));
    }

    @Test
    void health_privacyMode_namesTheTriggersThatItHides() {
        open(Thoughts.OFF);
        assertThat(theatre.adapter().problems())
                .singleElement()
                .asString()
                .contains("may miss: mention, name")
                .contains("/setprivacy");
        TelegramOptions options = theatre.options(theatre.server().token());
        assertThat(TelegramHealth.ask(options, Triggers.parse("reply")).problems())
                .isEmpty();
        theatre.server().privacy(false);
        TelegramHealth asked = TelegramHealth.ask(options, Triggers.parse("all"));
        assertThat(asked.problems()).isEmpty();
        assertThat(asked.name()).hasValue("@testing_bot");
        assertThat(TelegramHealth.ask(theatre.options("1:x"), Triggers.COMMANDS).problems())
                .containsExactly(Trouble.TOKEN);
    }

    @Test
    void options_printed_keepTheToken() {
        assertThat(TelegramOptions.of("12:secret"))
                .hasToString(
                        "TelegramOptions[apiUrl=https://api.telegram.org, ownerId=Optional.empty, locale=Optional.empty]");
        assertThat(TelegramOptions.of("12:secret").url().getPort()).isEqualTo(443);
    }
}
