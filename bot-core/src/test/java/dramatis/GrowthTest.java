package dramatis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dramatis.access.Caller;
import dramatis.address.ChannelSettings;
import dramatis.command.Answer;
import dramatis.command.CommandCall;
import dramatis.inference.EngineException;
import dramatis.inference.TestingEngine;
import dramatis.message.ConversationRef;
import dramatis.message.InboundEvent;
import dramatis.message.InboundMessage;
import dramatis.message.InboundMessage.Addressing;
import dramatis.message.InboundMessage.AuthorKind;
import dramatis.message.MessageRef;
import dramatis.message.Place;
import dramatis.message.Segment;
import dramatis.message.UserNotice;
import dramatis.message.UserRef;
import dramatis.persona.TestingPersonaStore;
import dramatis.platform.Manner;
import dramatis.platform.Receipt;
import dramatis.platform.ReplyControls.Shown;
import dramatis.platform.TestingBoard;
import dramatis.platform.TurnWatcher.Phase;
import dramatis.turn.TestingStores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Replies on a platform that can change its messages: they grow, and are replaced, continued and taken back in place. */
@Timeout(60)
class GrowthTest {
    private static final ConversationRef HALL = new ConversationRef("testing", "hall", "");
    private static final UserRef BO = new UserRef("testing", "bo");
    private static final String REPLY = "Hm.</system_thinking> One. <role_thinking>Oh.</role_thinking> "
            + "<role_action>bows</role_action> Two. <role_action>sits</role_action> Three.";

    private final TestingStores stores = new TestingStores();
    private final TestingBoard board = new TestingBoard(16);
    private Optional<Bot> running = Optional.empty();
    private int messages;

    @AfterEach
    void close() {
        running.ifPresent(Bot::close);
    }

    private TestingEngine start(TestingEngine engine) {
        Bot bot = new Bot(
                stores.all(),
                new TestingPersonaStore(TestingPersonaStore.persona("ada", "Ada")),
                engine,
                new TestingSettings().owner(BO).pause(Duration.ofMillis(50)).build());
        running = Optional.of(bot);
        bot.start();
        bot.attach(board);
        return engine;
    }

    private void says(String text) {
        board.handler()
                .accept(new InboundEvent.Message(new InboundMessage(
                        new MessageRef(HALL, "m" + ++messages),
                        Place.of(HALL),
                        BO,
                        "Bo",
                        AuthorKind.PERSON,
                        text,
                        Optional.empty(),
                        Addressing.DIRECT,
                        Locale.ENGLISH,
                        Instant.now())));
    }

    private Answer command(String name, Map<String, String> options) {
        return running.orElseThrow()
                .commands()
                .run(new CommandCall(name, options, HALL, Caller.inPrivate(BO, Place.of(HALL)), "Bo", Locale.ENGLISH));
    }

    private void ended(int turns) {
        await().until(() -> board.phases().stream().filter(Phase::last).count() == turns);
        await().until(() -> stores.turns().open().isEmpty());
    }

    @Test
    void reply_postedWhole_isSeenBefore() {
        board.manner(new Manner(true, false, Duration.ZERO));
        TestingEngine engine = start(TestingEngine.saying(REPLY).blockAfter(3));
        says("Hello");
        await().until(() -> board.previews().equals(List.of("One.")));
        assertThat(board.texts()).isEmpty();
        engine.release();
        await().until(() -> board.phases().contains(Phase.POSTED));
        assertThat(board.previews()).last().isEqualTo("One. bows Two. sits Three.");
        assertThat(String.join("", board.texts())).isEqualTo("One. bows Two. sits Three.");
    }

    @Test
    void retry_postedWhole_isNotSeenBefore() {
        board.manner(new Manner(true, false, Duration.ZERO));
        start(TestingEngine.saying(REPLY));
        says("Hello");
        await().until(() -> board.phases().contains(Phase.POSTED));
        int before = board.previews().size();
        command("retry", Map.of());
        await().until(() -> board.phases().stream().filter(Phase.POSTED::equals).count() == 2);
        assertThat(board.previews()).hasSize(before);
    }

    @Test
    void reply_closesSegmentBySegment_growsInItsMessages() {
        start(TestingEngine.saying(REPLY));
        says("Hello");
        ended(1);

        assertThat(String.join("", board.texts())).isEqualTo("One. bows Two. sits Three.");
        assertThat(board.texts()).hasSize(2);
    }

    @Test
    void reply_pace_postsTogetherWhatClosesMeanwhile() {
        board.manner(new Manner(true, true, Duration.ofMillis(300)));
        TestingEngine engine = start(TestingEngine.saying(REPLY).blockAfter(3));
        says("Hello");
        await().until(() -> board.texts().equals(List.of("One.")));
        engine.release();
        ended(1);

        assertThat(String.join("", board.texts())).isEqualTo("One. bows Two. sits Three.");
        assertThat(board.edits()).isEqualTo(1);
    }

    @Test
    void reply_whereNothingStreams_isPostedOnce() {
        stores.channels().put(HALL, ChannelSettings.DEFAULT.withStreaming(false));
        TestingEngine engine = start(TestingEngine.saying(REPLY).blockAfter(5));
        says("Hello");
        await().until(() -> engine.running() == 1 && board.phases().contains(Phase.SPEAKING));
        assertThat(board.texts()).isEmpty();
        engine.release();
        ended(1);

        assertThat(String.join("", board.texts())).isEqualTo("One. bows Two. sits Three.");
        assertThat(board.edits()).isZero();
    }

    @Test
    void retry_another_replacesTheMessagesAndDeletesWhatIsLeftOver() {
        start(TestingEngine.sayingInTurn(REPLY, "Hm.</system_thinking>No."));
        says("Hello");
        ended(1);
        command("retry", Map.of());
        ended(2);

        assertThat(board.texts()).containsExactly("No.");
        assertThat(board.offers()).extracting(Shown::swipes).containsExactly(1, 2);
        assertThat(board.offers().get(1).messageIds()).containsExactly("b1");
    }

    @Test
    void select_swipeOfARetry_showsItInTheSamePlace() {
        start(TestingEngine.sayingInTurn(REPLY, "Hm.</system_thinking>No."));
        says("Hello");
        ended(1);
        command("retry", Map.of());
        ended(2);

        command("swipe", Map.of("to", "previous"));
        ended(3);
        await().until(() -> board.offers().size() == 3);

        assertThat(String.join("", board.texts())).isEqualTo("One. bows Two. sits Three.");
        assertThat(board.offers().get(2).swipe()).isZero();
        command(
                "swipe",
                Map.of("to", "next", "reply", "" + board.offers().get(2).id()));
        await().until(() -> board.offers().size() == 4);
        assertThat(board.texts()).containsExactly("No.");
    }

    @Test
    void continue_reply_isAddedToItsLastMessage() {
        start(TestingEngine.sayingInTurn("Hm.</system_thinking>One.", "Two."));
        says("Hello");
        ended(1);
        command("continue", Map.of());
        ended(2);

        assertThat(board.texts()).containsExactly("One. Two.");
    }

    @Test
    void undo_exchange_isTakenAwayFromThePlatform() {
        start(TestingEngine.sayingInTurn("Hm.</system_thinking>One.", "Hm.</system_thinking>Two."));
        says("Hello");
        ended(1);
        says("And?");
        ended(2);
        command("undo", Map.of());
        await().until(() -> board.texts().equals(List.of("One.")));

        assertThat(board.offers()).hasSize(3);
        assertThat(board.offers().get(2).id()).isEqualTo(board.offers().get(0).id());
    }

    @Test
    void post_outcomeUnknownOnce_isTriedAgainAfterWhatStands() {
        AtomicBoolean broken = new AtomicBoolean();
        board.fault(delivery -> delivery.before().said().isEmpty() || broken.getAndSet(true)
                ? Optional.empty()
                : Optional.of(new Receipt.Unknown()));
        start(TestingEngine.saying("Hm.</system_thinking>One.<role_action>bows</role_action>"));
        says("Hello");
        ended(1);

        assertThat(board.texts()).containsExactly("One. bows");
    }

    @Test
    void restart_inTheMiddleOfAReply_goesOnInItsMessage() {
        TestingEngine engine =
                start(TestingEngine.saying("Hm.</system_thinking>One.<role_action>bows</role_action>Two.")
                        .blockAfter(4));
        says("Hello");
        await().until(() -> board.texts().size() == 1);
        engine.close();
        running.orElseThrow().close();
        start(TestingEngine.saying("Two."));
        ended(1);

        assertThat(board.texts())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("One.")
                .endsWith("Two.");
    }

    @Test
    void waitNotice_whenTheReplyComes_isTakenAway() {
        TestingEngine engine = start(TestingEngine.saying("Hm.</system_thinking>One."));
        engine.failNext(new EngineException(EngineException.Kind.UNAVAILABLE, "away"));
        says("Hello");
        ended(1);

        assertThat(board.texts()).containsExactly("One.");
    }

    @Test
    void thoughts_whereTheOwnerWantsThem_comeTogetherOnceTheReplyStands() {
        start(TestingEngine.saying(REPLY));
        command("thoughts mode", Map.of("mode", "channel", "channel", "backstage"));
        says("Hello");
        ended(1);
        await().until(() -> board.whispers().size() == 1);

        assertThat(board.whispers().get(0).hidden()).containsExactly(Segment.thought("Oh."));
        assertThat(board.whispers().get(0).about()).contains(new MessageRef(HALL, "b1"));
        assertThat(board.whispers().get(0).channelId()).contains("backstage");
    }

    @Test
    void thoughts_whereNobodyChose_goNowhere() {
        start(TestingEngine.saying(REPLY));
        says("Hello");
        ended(1);
        says("And?");
        ended(2);

        assertThat(board.whispers()).isEmpty();
    }

    @Test
    void retry_ofAnEarlierReply_takesBackWhatCameAfterOnceThatIsConfirmed() {
        start(TestingEngine.sayingInTurn(
                "Hm.</system_thinking>One.", "Hm.</system_thinking>Two.", "Hm.</system_thinking>Uno."));
        says("Hello");
        ended(1);
        says("And?");
        ended(2);
        assertThat(board.texts()).containsExactly("One.", "Two.");

        Answer.Part.Confirm asked = (Answer.Part.Confirm)
                command("retry", Map.of("message", "b1")).parts().get(0);
        assertThat(board.texts()).containsExactly("One.", "Two.");
        assertThat(asked.question().arguments()).containsExactly(2);
        running.orElseThrow().commands().run(asked.call());
        ended(3);

        assertThat(board.texts()).containsExactly("Uno.");
    }

    @Test
    void edit_reply_saysSomethingElseInItsMessage() {
        start(TestingEngine.sayingInTurn(REPLY, "Hm.</system_thinking>Two."));
        says("Hello");
        ended(1);
        says("And?");
        ended(2);
        Answer.Part.Form form = (Answer.Part.Form)
                command("edit", Map.of("message", "b1")).parts().get(0);
        assertThat(form.fields().get(0).value()).isEqualTo("One.\n*bows*\nTwo.\n*sits*\nThree.");

        command("edit", Map.of("message", "b1", "text", "*nods* No."));
        await().until(() -> board.texts().equals(List.of("nods No.", "Two.")));

        says("Well?");
        ended(4);
        assertThat(stores.sessions()
                        .current(HALL)
                        .map(session -> stores.sessions()
                                .history(session.id(), 0, Long.MAX_VALUE)
                                .get(1)
                                .segments()))
                .contains(List.of(Segment.action("nods"), Segment.speech(" No.")));
    }

    @Test
    void delete_reply_isTakenAwayAndItsControlsGoToTheOneBefore() {
        start(TestingEngine.sayingInTurn("Hm.</system_thinking>One.", "Hm.</system_thinking>Two."));
        says("Hello");
        ended(1);
        says("And?");
        ended(2);
        command("delete", Map.of());
        await().until(() -> board.texts().equals(List.of("One.")));

        await().until(() -> board.offers().size() == 3);
        assertThat(board.offers().get(2).messageIds()).containsExactly("b1");
        assertThat(command("delete", Map.of("message", "b2")).parts())
                .containsExactly(new Answer.Part.Say(UserNotice.of("reply.unknown", "Ada")));
    }

    @Test
    void deleted_messageThatWaits_isNotAnswered() {
        TestingEngine engine =
                start(TestingEngine.saying("Hm.</system_thinking> One.").blockAfter(1));
        says("Hello");
        await().until(() -> engine.running() == 1);
        says("And?");
        board.handler().accept(new InboundEvent.Deleted(new MessageRef(HALL, "m2")));
        engine.release();
        ended(2);

        assertThat(board.texts()).containsExactly("One.");
        assertThat(engine.requests()).hasSize(1);
    }
}
