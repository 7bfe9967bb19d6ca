package dramatis;

import static dramatis.platform.TestingAdapter.HALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dramatis.access.Caller;
import dramatis.command.Answer;
import dramatis.command.CommandCall;
import dramatis.inference.ChatMessage;
import dramatis.inference.EngineException;
import dramatis.inference.GenerationRequest;
import dramatis.inference.Sampling;
import dramatis.inference.TestingEngine;
import dramatis.message.ConversationRef;
import dramatis.message.InboundMessage;
import dramatis.message.MessageRef;
import dramatis.message.Place;
import dramatis.message.Segment;
import dramatis.message.UserRef;
import dramatis.message.Utterance;
import dramatis.persona.Persona;
import dramatis.persona.TestingPersonaStore;
import dramatis.platform.Admission;
import dramatis.platform.Delivery;
import dramatis.platform.Receipt;
import dramatis.platform.TestingAdapter;
import dramatis.platform.TurnWatcher.Phase;
import dramatis.session.Session;
import dramatis.session.SessionStore.Opening;
import dramatis.turn.TestingStores;
import dramatis.turn.Turn;
import dramatis.turn.TurnStore.Admitted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The path of a message through the whole core, with a scripted model and a platform in memory. */
@Timeout(60)
class BotTest {
    private static final Persona ADA = TestingPersonaStore.persona("ada", "Ada");
    private static final UserRef BO = new UserRef("testing", "Bo");
    private static final String REPLY = "She is polite.</system_thinking>Ada: Good day."
            + "<role_thinking>Who is this?</role_thinking><role_action>bows</role_action> Sit down.";

    private final TestingStores stores = new TestingStores();
    private final TestingAdapter adapter = new TestingAdapter();
    private Duration pause = Duration.ofMillis(100);
    private Duration patience = Duration.ofHours(1);
    private Optional<Bot> running = Optional.empty();

    @AfterEach
    void close() {
        adapter.release();
        running.ifPresent(Bot::close);
    }

    @Test
    void message_reply_isPostedPieceByPieceAndThoughtsGoToTheOwner() {
        start(TestingEngine.saying(REPLY));

        assertThat(adapter.say("Bo", "Hello"))
                .isInstanceOfSatisfying(
                        Admission.Queued.class,
                        queued -> assertThat(queued.place()).isZero());
        posted(1);

        assertThat(adapter.texts()).containsExactly("Good day.", "bows", "Sit down.");
        assertThat(adapter.phases()).containsExactly(Phase.PLANNING, Phase.SPEAKING, Phase.POSTED);
        assertThat(adapter.whispers().stream().flatMap(whisper -> whisper.hidden().stream()))
                .containsExactly(Segment.plan("She is polite."), Segment.thought("Who is this?"));
        assertThat(history()).extracting(Utterance::name).containsExactly("Bo", "Ada");
    }

    @Test
    void message_second_historyHasTheReplyWithoutItsPlan() {
        TestingEngine engine = start(TestingEngine.saying(REPLY));
        adapter.say("Bo", "Hello");
        posted(1);
        adapter.say("Bo", "And now?");
        posted(2);

        GenerationRequest request = engine.requests().get(1);
        assertThat(request.replyPrefix()).isEqualTo("<system_thinking>");
        assertThat(request.messages().get(2).content())
                .isEqualTo("Ada: Good day.<role_thinking>Who is this?</role_thinking>"
                        + "<role_action>bows</role_action> Sit down.");
        assertThat(request.messages().get(3).content()).isEqualTo("Bo: And now?");
    }

    @Test
    void message_twice_isAnsweredOnce() {
        TestingEngine engine = start(TestingEngine.saying(REPLY));
        adapter.say(HALL, "Bo", "Hello", "same");
        assertThat(adapter.say(HALL, "Bo", "Hello", "same")).isInstanceOf(Admission.Ignored.class);
        posted(1);
        assertThat(adapter.say(HALL, "Bo", "Hello", "same")).isInstanceOf(Admission.Ignored.class);
        assertThat(engine.requests()).hasSize(1);
    }

    @Test
    void message_whileOneIsPlayed_joinsTheNextTurn() {
        TestingEngine engine = start(TestingEngine.saying(REPLY).blockAfter(2));
        adapter.say("Bo", "One");
        await().until(() -> engine.running() == 1);
        adapter.say("Bo", "Two");
        adapter.say("Cy", "Three");
        engine.release();
        posted(2);

        assertThat(engine.requests()).hasSize(2);
        assertThat(engine.requests().get(1).messages().get(3).content()).isEqualTo("Bo: Two\n\nCy: Three");
    }

    @Test
    void message_ofAnotherConversation_waitsItsTurnAndIsToldItsPlace() {
        TestingEngine engine = start(TestingEngine.saying(REPLY).blockAfter(0));
        adapter.say("Bo", "One");
        await().until(() -> engine.running() == 1);
        adapter.say(place("x"), "Cy", "Two", "x1");
        assertThat(adapter.say(place("y"), "Di", "Three", "y1"))
                .isInstanceOfSatisfying(
                        Admission.Queued.class,
                        queued -> assertThat(queued.place()).isEqualTo(1));
        engine.release();
        await().until(() -> adapter.texts(place("y")).size() == 3);
        assertThat(engine.mostAtOnce()).isEqualTo(1);
    }

    @Test
    void message_tooMany_isRefusedWithASentence() {
        TestingEngine engine = start(TestingEngine.saying(REPLY).blockAfter(0));
        for (int i = 0; i < 5; i++) {
            adapter.say(place("p" + i), "Bo", "Hello", "m");
        }
        Admission refused = adapter.say(place("p5"), "Bo", "Hello", "m");
        assertThat(refused)
                .isInstanceOfSatisfying(
                        Admission.Refused.class,
                        full -> assertThat(full.why().key()).isEqualTo("queue.full"));
        engine.release();
    }

    @Test
    void message_tooLong_isRefusedWithASentence() {
        start(TestingEngine.saying(REPLY));
        assertThat(adapter.say("Bo", "x".repeat(401))).isInstanceOf(Admission.Refused.class);
    }

    @Test
    void message_storeIsBroken_isToBeHandedInAgain() {
        start(TestingEngine.saying(REPLY));
        stores.broken(true);
        assertThat(adapter.say(HALL, "Bo", "Hello", "m")).isInstanceOf(Admission.Unavailable.class);
        stores.broken(false);
        assertThat(adapter.say(HALL, "Bo", "Hello", "m")).isInstanceOf(Admission.Queued.class);
        posted(1);
    }

    @Test
    void plan_beyondItsBudget_isClosedAndTheReplyGoesOn() {
        TestingEngine engine = start(TestingEngine.sayingInTurn("word ".repeat(100), "Good day."));
        adapter.say("Bo", "Hello");
        posted(1);

        assertThat(engine.requests()).hasSize(2);
        assertThat(engine.requests().get(1).replyPrefix())
                .startsWith("<system_thinking>word word")
                .endsWith("</system_thinking>");
        assertThat(adapter.texts()).containsExactly("Good day.");
        assertThat(stores.turns().lastReply(session().id()).orElseThrow().segments())
                .hasSize(2)
                .first()
                .isInstanceOf(Segment.Hidden.class);
    }

    @Test
    void reply_withNothingVisible_isTriedAgainWithAnotherSeedThenTold() {
        TestingEngine engine = start(TestingEngine.saying("Hm.</system_thinking><role_thinking>No.</role_thinking>"));
        adapter.say("Bo", "Hello");
        await().until(() -> adapter.phases().contains(Phase.FAILED));

        assertThat(engine.requests())
                .extracting(request -> request.sampling().seed().getAsLong())
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(adapter.notices()).containsExactly("turn.silent");
        assertThat(adapter.posts()).isEmpty();
    }

    @Test
    void reply_inAnotherPersonsName_endsBeforeIt() {
        start(TestingEngine.saying("Hm.</system_thinking>Good day.\nBo: I say nothing."));
        adapter.say("Bo", "Hello");
        posted(1);
        assertThat(adapter.texts()).containsExactly("Good day.");
    }

    @Test
    void engine_failsOnce_isTriedAgainAndNobodyHearsOfIt() {
        start(TestingEngine.saying(REPLY).failNext(failure(EngineException.Kind.FAILED)));
        adapter.say("Bo", "Hello");
        posted(1);

        assertThat(adapter.notices()).isEmpty();
        assertThat(adapter.texts()).hasSize(3);
    }

    @Test
    void engine_failsAfterSomethingWasPosted_peopleAreToldAndTheRestCanBeAskedFor() {
        TestingEngine engine = start(TestingEngine.sayingInTurn(
                        "Hm.</system_thinking>One.<role_action>bows</role_action> Two, and", " three.")
                .breakAfter(2));
        adapter.say("Bo", "Hello");
        await().until(() -> adapter.phases().contains(Phase.FAILED));

        assertThat(adapter.texts()).containsExactly("One.", "bows");
        assertThat(adapter.notices()).containsExactly("turn.broken");
        assertThat(adapter.phases()).doesNotContain(Phase.POSTED);
        assertThat(stores.turns().lastReply(session().id()).orElseThrow().cut()).isTrue();

        command("continue");
        posted(1);
        assertThat(said()).containsExactly("Hello", "One.bows three.");
        assertThat(engine.requests()).hasSize(2);
    }

    @Test
    void engine_unavailable_turnWaitsAndIsAnsweredWhenItIsBack() {
        pause = Duration.ofSeconds(1);
        TestingEngine engine = start(TestingEngine.saying(REPLY).unavailable(true));
        adapter.say("Bo", "Hello");
        await().until(() -> adapter.phases().contains(Phase.WAITING));
        assertThat(adapter.say("Bo", "Anybody there?")).isInstanceOf(Admission.Queued.class);
        engine.unavailable(false);
        posted(1);

        assertThat(adapter.notices()).containsExactly("turn.held");
        assertThat(said()).startsWith("Hello", "Anybody there?").hasSize(3);
        assertThat(adapter.texts()).hasSize(3);
    }

    @Test
    void engine_unavailable_otherConversationsWaitTooAndAllAreAnswered() {
        TestingEngine engine = start(TestingEngine.saying(REPLY).unavailable(true));
        adapter.say("Bo", "Hello");
        adapter.say(place("x"), "Cy", "Hello", "x1");
        await().until(() -> adapter.notices().size() == 2);
        engine.unavailable(false);
        posted(2);
        assertThat(adapter.texts(place("x"))).hasSize(3);
    }

    @Test
    void engine_unavailable_stopEndsTheWaiting() {
        start(TestingEngine.saying(REPLY).unavailable(true));
        adapter.say("Bo", "Hello");
        await().until(() -> adapter.phases().contains(Phase.WAITING));
        command("stop");
        await().until(() -> adapter.phases().contains(Phase.CANCELLED));
        assertThat(stores.turns().open()).isEmpty();
    }

    @Test
    void engine_unavailableBeyondPatience_isTold() {
        patience = Duration.ZERO;
        start(TestingEngine.saying(REPLY).unavailable(true));
        adapter.say("Bo", "Hello");
        await().until(() -> adapter.phases().contains(Phase.FAILED));
        assertThat(adapter.notices()).containsExactly("turn.unavailable");
    }

    @Test
    void engine_withoutPrefill_isAskedForTheWholeReplyAndItsThoughtsStayHidden() {
        TestingEngine engine = start(TestingEngine.saying("<system_thinking>" + REPLY)
                .withoutPrefill()
                .hiding("The server set this apart."));
        adapter.say("Bo", "Hello");
        posted(1);

        assertThat(engine.requests().get(0).replyPrefix()).isEmpty();
        assertThat(adapter.texts()).containsExactly("Good day.", "bows", "Sit down.");
        assertThat(adapter.whispers().stream().flatMap(whisper -> whisper.hidden().stream()))
                .containsExactly(
                        Segment.plan("The server set this apart."),
                        Segment.plan("She is polite."),
                        Segment.thought("Who is this?"));
    }

    @Test
    void continue_withoutPrefill_asksToGoOn() {
        TestingEngine engine = start(TestingEngine.sayingInTurn(
                        "<system_thinking>a</system_thinking>First.", "<system_thinking>b</system_thinking> And more.")
                .withoutPrefill());
        adapter.say("Bo", "Hello");
        posted(1);
        command("continue");
        posted(2);

        assertThat(engine.requests().get(1).messages())
                .endsWith(
                        ChatMessage.assistant("First."),
                        ChatMessage.user("(Go on from where you stopped, and do not repeat what you said.)"));
        assertThat(said()).containsExactly("Hello", "First. And more.");
    }

    @Test
    void engine_failsTwice_oneNoticeAndTheNextTurnIsPlayed() {
        start(TestingEngine.saying(REPLY)
                .failNext(failure(EngineException.Kind.FAILED))
                .failNext(failure(EngineException.Kind.FAILED)));
        adapter.say("Bo", "Hello");
        await().until(() -> adapter.phases().contains(Phase.FAILED));
        adapter.say("Bo", "Still there?");
        posted(1);

        assertThat(adapter.notices()).containsExactly("turn.failed");
        assertThat(adapter.texts()).hasSize(3);
    }

    @Test
    void stop_afterSomethingWasPosted_keepsItAsCut() {
        TestingEngine engine = start(
                TestingEngine.saying("Hm.</system_thinking><role_action>bows</role_action> Now to what I meant to say.")
                        .blockAfter(3));
        adapter.say("Bo", "Hello");
        await().until(() -> adapter.texts().size() == 1);

        command("stop");
        posted(1);

        assertThat(engine.running()).isZero();
        assertThat(adapter.texts()).containsExactly("bows");
        assertThat(stores.turns().lastReply(session().id()).orElseThrow().cut()).isTrue();
    }

    @Test
    void stop_beforeAnythingIsVisible_leavesNoReply() {
        TestingEngine engine = start(TestingEngine.saying(REPLY).blockAfter(1));
        adapter.say("Bo", "Hello");
        await().until(() -> engine.running() == 1);

        command("stop");
        await().until(() -> adapter.phases().contains(Phase.CANCELLED));

        assertThat(history()).extracting(Utterance::name).containsExactly("Bo");
        assertThat(stores.turns().open()).isEmpty();
    }

    @Test
    void reset_whileAReplyIsPlayed_endsItAndBeginsAnew() {
        TestingEngine engine = start(TestingEngine.saying(REPLY).blockAfter(6));
        adapter.say("Bo", "Hello");
        await().until(() -> engine.running() == 1);

        assertThat(command("reset").parts()).first().isInstanceOf(Answer.Part.Confirm.class);
        assertThat(command("reset", "sure", "yes")).isEqualTo(Answer.say("session.opened", "Ada"));
        await().until(() -> adapter.phases().stream().anyMatch(Phase::last));

        assertThat(history()).isEmpty();
        assertThat(stores.turns().open()).isEmpty();
        assertThat(adapter.notices()).isEmpty();
    }

    @Test
    void history_ofACharacter_isShownAsItWasShownThen() {
        start(TestingEngine.saying(REPLY));
        adapter.say("Bo", "Hello");
        posted(1);
        assertThat(command("history").parts().get(1))
                .isInstanceOfSatisfying(
                        Answer.Part.Said.class,
                        said -> assertThat(said.utterance().segments())
                                .containsExactly(
                                        Segment.speech("Good day."),
                                        Segment.action("bows"),
                                        Segment.speech("Sit down.")));
    }

    @Test
    void reset_undo_bringsTheTalkBack() {
        start(TestingEngine.saying(REPLY));
        adapter.say("Bo", "Hello");
        posted(1);
        command("reset", "sure", "yes");
        assertThat(history()).isEmpty();

        assertThat(command("reset undo")).isEqualTo(Answer.say("session.resumed", "Ada"));
        assertThat(history()).hasSize(2);
        assertThat(command("reset undo")).isEqualTo(Answer.refuse("reset.none"));
    }

    @Test
    void say_isAnsweredLikeAMessage() {
        TestingEngine engine = start(TestingEngine.saying(REPLY));
        assertThat(command("say", "text", "Hello").parts()).first().isInstanceOf(Answer.Part.Working.class);
        posted(1);
        assertThat(engine.requests().get(0).messages())
                .last()
                .extracting(ChatMessage::content)
                .asString()
                .endsWith("Bo: Hello");
        assertThat(command("say", "text", "x".repeat(401)).parts()).first().isInstanceOf(Answer.Part.Say.class);
    }

    @Test
    void retry_makesAnotherSwipeOfTheLastReply() {
        TestingEngine engine =
                start(TestingEngine.sayingInTurn("a</system_thinking>First.", "b</system_thinking>Second."));
        adapter.say("Bo", "Hello");
        posted(1);
        command("retry");
        posted(2);

        assertThat(adapter.texts()).containsExactly("First.", "Second.");
        assertThat(said()).containsExactly("Hello", "Second.");
        assertThat(engine.requests().get(1).messages())
                .isEqualTo(engine.requests().get(0).messages());
    }

    @Test
    void continue_goesOnFromTheLastReply() {
        TestingEngine engine = start(TestingEngine.sayingInTurn("a</system_thinking>First.", " And more."));
        adapter.say("Bo", "Hello");
        posted(1);
        command("continue");
        posted(2);

        assertThat(engine.requests().get(1).replyPrefix()).isEqualTo("<system_thinking>a</system_thinking>First.");
        assertThat(said()).containsExactly("Hello", "First. And more.");
    }

    @Test
    void retry_nothingWasSaid_isAnsweredWithASentence() {
        start(TestingEngine.saying(REPLY));
        assertThat(command("retry")).isEqualTo(Answer.refuse("session.none"));
    }

    @Test
    void undo_takesTheLastExchangeOutOfTheHistory() {
        start(TestingEngine.saying(REPLY));
        adapter.say("Bo", "Hello");
        posted(1);
        assertThat(command("undo")).isEqualTo(Answer.say("undo.done"));
        assertThat(history()).isEmpty();
        assertThat(command("undo")).isEqualTo(Answer.refuse("undo.nothing"));
    }

    @Test
    void optedOut_message_isNotAnsweredAndLeavesNoSession() {
        TestingEngine engine = start(TestingEngine.saying(REPLY));
        stores.privacy().optOut(new UserRef("testing", "Bo"), true);

        assertThat(adapter.say("Bo", "Hello")).isInstanceOf(Admission.Ignored.class);
        assertThat(adapter.say("Bo", "x".repeat(401))).isInstanceOf(Admission.Ignored.class);

        assertThat(stores.sessions().current(HALL)).isEmpty();
        adapter.say("Cy", "Hello");
        posted(1);
        assertThat(engine.requests()).hasSize(1);
        assertThat(session().userName()).isEqualTo("Cy");
    }

    @Test
    void forgotten_whileTheReplyIsPlayed_endsItWithoutAWord() {
        TestingEngine engine = start(TestingEngine.saying(REPLY).blockAfter(2));
        adapter.say("Bo", "Hello");
        await().until(() -> engine.running() == 1);

        stores.privacy().delete(new UserRef("testing", "Bo"));
        engine.release();
        await().until(() -> adapter.phases().contains(Phase.CANCELLED));

        assertThat(adapter.texts()).isEmpty();
        assertThat(adapter.notices()).isEmpty();
        assertThat(stores.sessions().current(HALL)).isEmpty();
        adapter.say("Bo", "Hello again");
        posted(1);
        assertThat(said()).startsWith("Hello again");
    }

    @Test
    void restart_turnThatWaited_isAnswered() {
        Session session = openSession();
        admit(session, "m1", "Hello");

        start(TestingEngine.saying(REPLY));
        posted(1);

        assertThat(adapter.texts()).hasSize(3);
    }

    @Test
    void restart_turnThatHadBegunToSpeak_goesOnFromWhatIsStored() {
        Turn turn = admit(openSession(), "m1", "Hello");
        stores.turns().begin(turn.id(), "Ada");
        stores.turns().segment(turn.id(), 0, Segment.plan("Be kind."));
        stores.turns().segment(turn.id(), 1, Segment.action("bows"));
        stores.posts().intend(turn.id(), 1);
        stores.posts().receipt(turn.id(), 1, new Receipt.Sent(List.of("1")));

        TestingEngine engine = start(TestingEngine.saying(" Good day."));
        posted(1);

        assertThat(engine.requests().get(0).replyPrefix())
                .isEqualTo("<system_thinking>Be kind.</system_thinking><role_action>bows</role_action>");
        assertThat(adapter.texts())
                .as("the bow was posted by the earlier process")
                .containsExactly("Good day.");
        assertThat(said()).containsExactly("Hello", "bows Good day.");
    }

    @Test
    void restart_turnThatWasAnswered_postsWhatIsMissing() {
        Turn turn = admit(openSession(), "m1", "Hello");
        stores.turns().begin(turn.id(), "Ada");
        stores.turns().segment(turn.id(), 0, Segment.action("bows"));
        stores.turns().segment(turn.id(), 1, Segment.speech("Good day."));
        stores.turns().answer(turn.id(), false, Optional.empty());
        stores.posts().intend(turn.id(), 0);

        start(TestingEngine.saying("never asked"));
        posted(1);

        assertThat(adapter.posts()).extracting(Delivery::attempt).containsExactly(2, 1);
        assertThat(adapter.texts()).containsExactly("bows", "Good day.");
    }

    @Test
    void close_whileAReplyIsMade_theNextStartMakesIt() {
        TestingEngine engine = start(TestingEngine.saying(REPLY).blockAfter(1));
        adapter.say("Bo", "Hello");
        await().until(() -> engine.running() == 1);
        running.orElseThrow().close();
        assertThat(stores.turns().open())
                .extracting(Turn::starts)
                .as("nothing went wrong with it")
                .containsExactly(0);
        assertThat(adapter.notices()).isEmpty();
        assertThat(adapter.texts()).isEmpty();

        start(TestingEngine.saying(REPLY));
        posted(1);

        assertThat(adapter.texts()).containsExactly("Good day.", "bows", "Sit down.");
    }

    @Test
    void restart_turnThatTookTheProcessDownThreeTimes_isPutDown() {
        Turn turn = admit(openSession(), "m1", "Hello");
        for (int start = 0; start < 3; start++) {
            stores.turns().begin(turn.id(), "Ada");
        }
        TestingEngine engine = start(TestingEngine.saying(REPLY));
        await().until(() -> adapter.phases().contains(Phase.FAILED));

        assertThat(adapter.notices()).containsExactly("turn.crashed");
        assertThat(engine.requests()).isEmpty();
    }

    @Test
    void restart_turnOlderThanADay_isClosedWithoutAnAnswer() {
        Session session = openSession();
        stores.turns().admit(session, message("m1", "Hello", Instant.now().minus(Duration.ofHours(25))), 5);
        TestingEngine engine = start(TestingEngine.saying(REPLY));
        await().until(() -> stores.turns().open().isEmpty());
        assertThat(engine.requests()).isEmpty();
    }

    @Test
    void post_outcomeUnknown_isTriedAgainAsTheNextAttempt() {
        AtomicInteger calls = new AtomicInteger();
        adapter.platform(
                delivery -> calls.incrementAndGet() == 1 ? new Receipt.Unknown() : new Receipt.Sent(List.of("1")));
        start(TestingEngine.saying("a</system_thinking>Good day."));
        adapter.say("Bo", "Hello");
        posted(1);
        assertThat(adapter.posts()).extracting(Delivery::attempt).containsExactly(2);
    }

    @Test
    void post_refused_turnIsOpenUntilPeopleAreTold() {
        List<Turn.State> states = new CopyOnWriteArrayList<>();
        adapter.platform(delivery -> new Receipt.Refused("no permission"))
                .beforeNotices(() -> stores.turns().open().forEach(turn -> states.add(turn.state())));
        start(TestingEngine.saying(REPLY));
        adapter.say("Bo", "Hello");
        await().until(() -> adapter.phases().contains(Phase.FAILED));
        assertThat(states).containsExactly(Turn.State.ANSWERED);
        assertThat(stores.turns().open()).isEmpty();
    }

    @Test
    void post_refused_restOfTheTurnIsNotPostedAndPeopleAreTold() {
        adapter.platform(delivery -> new Receipt.Refused("no permission"));
        start(TestingEngine.saying(REPLY));
        Admission.Queued queued = (Admission.Queued) adapter.say("Bo", "Hello");
        await().until(() -> adapter.phases().contains(Phase.FAILED));
        assertThat(adapter.notices()).containsExactly("turn.not-posted");
        assertThat(stores.posts().postings(queued.turnId())).hasSize(1);
    }

    @Test
    void platform_isSlow_theModelGoesOnWithOthers() {
        adapter.platform(delivery -> new Receipt.Sent(List.of("1"))).block();
        TestingEngine engine = start(TestingEngine.saying(REPLY));
        adapter.say("Bo", "Hello");
        adapter.say(place("x"), "Cy", "Hello", "x1");
        await().until(() -> engine.requests().size() == 2 && engine.running() == 0);
        assertThat(adapter.posts()).isEmpty();
    }

    @Test
    void history_longerThanTheContext_dropsItsFrontInBlocksAndKeepsTheNewest() {
        TestingEngine engine = start(TestingEngine.saying("a</system_thinking>" + "word ".repeat(30)));
        for (int i = 1; i <= 40; i++) {
            adapter.say("Bo", "Message " + i + " " + "x".repeat(100));
            posted(i);
        }
        List<String> fronts = engine.requests().stream()
                .map(request -> request.messages().get(1).content())
                .distinct()
                .toList();
        assertThat(fronts).as("the front changes seldom").hasSizeBetween(2, 10);
        assertThat(engine.requests())
                .allSatisfy(request -> assertThat(request.messages()
                                .get(request.messages().size() - 1)
                                .content())
                        .contains("Bo: Message"));
    }

    @Test
    void steer_line_isHeardOnceAndNeverSaid() {
        TestingEngine engine = start(TestingEngine.saying(REPLY));
        adapter.say("Bo", "Hello");
        posted(1);
        command("thoughts steer", Map.of("text", "Be <gentler> with him"));
        adapter.say("Bo", "And now?");
        posted(2);
        adapter.say("Bo", "And then?");
        posted(3);

        assertThat(heard(engine, 1)).endsWith("Bo: And now?\n\n===Direction for Ada===\nBe ‹gentler> with him");
        assertThat(heard(engine, 2)).endsWith("Bo: And then?");
        assertThat(history()).extracting(Utterance::segments).asString().doesNotContain("gentler");
    }

    private static String heard(TestingEngine engine, int request) {
        List<ChatMessage> messages = engine.requests().get(request).messages();
        return messages.get(messages.size() - 1).content();
    }

    private TestingEngine start(TestingEngine engine) {
        engine.contextTokens(1500);
        Sampling sampling = Sampling.DEFAULT.withMaxTokens(300).withSeed(1);
        Bot bot = new Bot(
                stores.all(),
                new TestingPersonaStore(ADA),
                engine,
                new TestingSettings()
                        .owner(BO)
                        .sampling(sampling)
                        .patience(patience)
                        .pause(pause)
                        .build());
        running = Optional.of(bot);
        bot.start();
        bot.attach(adapter);
        return engine;
    }

    private static EngineException failure(EngineException.Kind kind) {
        return new EngineException(kind, "no memory");
    }

    private Answer command(String name) {
        return command(name, Map.of());
    }

    private Answer command(String name, String option, String value) {
        return command(name, Map.of(option, value));
    }

    private Answer command(String name, Map<String, String> options) {
        return running.orElseThrow()
                .commands()
                .run(new CommandCall(
                        name, options, HALL, Caller.inPrivate(BO, new Place("testing", "hall")), "Bo", Locale.ENGLISH));
    }

    private void posted(int turns) {
        await().until(() ->
                adapter.phases().stream().filter(phase -> phase == Phase.POSTED).count() >= turns);
    }

    private Session openSession() {
        return stores.sessions()
                .open(new Opening(HALL, "ada", "Bo", "", Optional.empty(), Instant.now()))
                .session();
    }

    private Turn admit(Session session, String messageId, String text) {
        Admitted admitted = stores.turns().admit(session, message(messageId, text, Instant.now()), 5);
        return ((Admitted.Queued) admitted).turn();
    }

    private static InboundMessage message(String id, String text, Instant at) {
        return new InboundMessage(
                new MessageRef(HALL, id),
                Place.of(HALL),
                new UserRef("testing", "Bo"),
                "Bo",
                InboundMessage.AuthorKind.PERSON,
                text,
                Optional.empty(),
                InboundMessage.Addressing.DIRECT,
                Locale.ENGLISH,
                at);
    }

    private Session session() {
        return stores.sessions().current(HALL).orElseThrow();
    }

    private List<Utterance> history() {
        return stores.sessions().history(session().id(), 0, Long.MAX_VALUE);
    }

    /** What stands in the history, as people saw it. */
    private List<String> said() {
        return history().stream()
                .map(utterance -> String.join(
                        "",
                        utterance.segments().stream()
                                .flatMap(segment ->
                                        segment instanceof Segment.Visible ? Stream.of(segment.text()) : Stream.empty())
                                .toList()))
                .toList();
    }

    private static ConversationRef place(String id) {
        return new ConversationRef("testing", id, "");
    }
}
