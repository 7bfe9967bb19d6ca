package dramatis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dramatis.access.Grant;
import dramatis.access.Role;
import dramatis.address.ChannelSettings;
import dramatis.address.Scope;
import dramatis.address.Triggers;
import dramatis.inference.ChatMessage;
import dramatis.inference.TestingEngine;
import dramatis.message.ConversationRef;
import dramatis.message.InboundEvent;
import dramatis.message.InboundMessage;
import dramatis.message.InboundMessage.Addressing;
import dramatis.message.InboundMessage.AuthorKind;
import dramatis.message.MessageRef;
import dramatis.message.Place;
import dramatis.message.UserRef;
import dramatis.persona.Persona;
import dramatis.persona.TestingPersonaStore;
import dramatis.platform.Admission;
import dramatis.platform.TestingAdapter;
import dramatis.session.Session;
import dramatis.session.Viewpoint;
import dramatis.turn.TestingStores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A channel with several people in it: what the bot answers there, what it overhears, and whose talk is whose. */
@Timeout(60)
class ChannelTest {
    private static final Place GUILD = new Place("testing", "guild");
    private static final ConversationRef CHANNEL = new ConversationRef("testing", "channel", "");
    private static final ConversationRef THREAD = new ConversationRef("testing", "channel", "thread");
    private static final UserRef BO = new UserRef("testing", "bo");
    private static final UserRef CY = new UserRef("testing", "cy");
    private static final Persona ADA = TestingPersonaStore.persona("ada", "Ada");
    private static final Persona BRAM = TestingPersonaStore.persona("bram", "Bram");

    private final TestingStores stores = new TestingStores();
    private final TestingAdapter adapter = new TestingAdapter();
    private final TestingEngine engine = TestingEngine.saying("Hm.</system_thinking>Good day.");
    private final Bot bot =
            new Bot(stores.all(), new TestingPersonaStore(ADA, BRAM), engine, new TestingSettings().build());
    private int messages;

    @BeforeEach
    void start() {
        bot.start();
        bot.attach(adapter);
    }

    @AfterEach
    void close() {
        bot.close();
    }

    private InboundMessage message(ConversationRef where, UserRef author, String text, Addressing addressing) {
        messages++;
        return new InboundMessage(
                new MessageRef(where, "m" + messages),
                GUILD,
                author,
                author.userId(),
                AuthorKind.PERSON,
                text,
                Optional.empty(),
                addressing,
                Locale.ENGLISH,
                Instant.now());
    }

    private Admission says(UserRef author, String text, Addressing addressing) {
        return adapter.happens(new InboundEvent.Message(message(CHANNEL, author, text, addressing)));
    }

    private void answered(int replies) {
        await().until(() ->
                adapter.posts().size() == replies && stores.turns().open().isEmpty());
    }

    /** What the model was given last, the system prompt left out. */
    private String asked() {
        return engine.requests().get(engine.requests().size() - 1).messages().stream()
                .skip(1)
                .map(ChatMessage::content)
                .collect(Collectors.joining("\n"));
    }

    private Session choose(ConversationRef where, Persona persona, UserRef user) {
        return bot.sessions()
                .choose(new Viewpoint(where, user, false), persona, user.userId(), "")
                .session();
    }

    @Test
    void message_mentionOrName_isAnsweredAndOthersAreNotKept() {
        assertThat(says(BO, "lovely weather", Addressing.NONE)).isEqualTo(new Admission.Ignored());
        assertThat(says(BO, "good day", Addressing.MENTION)).isInstanceOf(Admission.Queued.class);
        answered(1);
        assertThat(says(CY, "Ada, come here", Addressing.NONE)).isInstanceOf(Admission.Queued.class);
        answered(2);

        assertThat(asked()).contains("good day", "come here").doesNotContain("weather");
    }

    @Test
    void message_whereSomebodyChose_isOverheardUntilTheNextReply() {
        choose(CHANNEL, ADA, BO);

        assertThat(says(CY, "lovely weather", Addressing.NONE)).isEqualTo(new Admission.Overheard());
        assertThat(adapter.posts()).isEmpty();
        says(BO, "is it?", Addressing.MENTION);
        answered(1);

        assertThat(asked()).containsSubsequence("cy: lovely weather", "bo: is it?");
    }

    @Test
    void message_replyToTheCharacter_isAnswered() {
        says(BO, "good day", Addressing.MENTION);
        answered(1);
        MessageRef said = new MessageRef(
                CHANNEL,
                adapter.posts().get(0).turnId() + "-" + adapter.posts().get(0).piece());
        InboundMessage reply = message(CHANNEL, CY, "and to you", Addressing.NONE);
        adapter.happens(new InboundEvent.Message(new InboundMessage(
                reply.ref(),
                GUILD,
                CY,
                "cy",
                AuthorKind.PERSON,
                "and to you",
                Optional.of(said),
                Addressing.NONE,
                Locale.ENGLISH,
                Instant.now())));

        answered(2);
    }

    @Test
    void message_ofTheBlocked_isNotHeard() {
        stores.access().put(GUILD, new Grant(CY, Role.BLOCKED, BO, Instant.now()));

        assertThat(says(CY, "Ada!", Addressing.MENTION)).isEqualTo(new Admission.Ignored());
    }

    @Test
    void message_outOfCharacterOrWhereOnlyCommandsCount_isNotAnswered() {
        assertThat(says(BO, "// brb", Addressing.MENTION)).isEqualTo(new Admission.Ignored());
        stores.channels().put(CHANNEL, ChannelSettings.DEFAULT.withTriggers(Triggers.COMMANDS));
        assertThat(says(BO, "hello", Addressing.MENTION)).isEqualTo(new Admission.Overheard());
        assertThat(says(BO, "hello", Addressing.COMMAND)).isInstanceOf(Admission.Queued.class);
    }

    @Test
    void message_ofOtherBots_isAnsweredUpToTheCapUntilAPersonSpeaks() {
        List<String> outcomes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            InboundMessage message = message(CHANNEL, CY, "beep", Addressing.MENTION);
            outcomes.add(adapter.happens(new InboundEvent.Message(new InboundMessage(
                            message.ref(),
                            GUILD,
                            CY,
                            "beeper",
                            AuthorKind.BOT,
                            "beep",
                            Optional.empty(),
                            Addressing.MENTION,
                            Locale.ENGLISH,
                            Instant.now())))
                    .getClass()
                    .getSimpleName());
        }

        assertThat(outcomes).containsExactly("Queued", "Queued", "Queued", "Overheard", "Overheard");
    }

    @Test
    void thread_ofAChannel_hasItsCharacterAndItsOwnHistory() {
        choose(CHANNEL, BRAM, BO);
        says(BO, "good day", Addressing.MENTION);
        answered(1);
        adapter.happens(new InboundEvent.Message(message(THREAD, CY, "in here", Addressing.MENTION)));
        answered(2);

        assertThat(adapter.posts().get(1).name()).isEqualTo("Bram");
        assertThat(adapter.posts().get(1).conversation()).isEqualTo(THREAD);
        assertThat(asked()).contains("in here").doesNotContain("good day");
    }

    @Test
    void thread_whereTheScopeIsTheChannel_sharesItsHistory() {
        stores.channels().put(CHANNEL, ChannelSettings.DEFAULT.withScope(Scope.CHANNEL));
        says(BO, "good day", Addressing.MENTION);
        answered(1);
        adapter.happens(new InboundEvent.Message(message(THREAD, CY, "in here", Addressing.MENTION)));
        answered(2);

        assertThat(adapter.posts().get(1).conversation()).isEqualTo(THREAD);
        assertThat(asked()).containsSubsequence("good day", "in here");
    }

    @Test
    void scopeUser_people_haveTalksOfTheirOwnWithThePlacesCharacter() {
        stores.channels().put(CHANNEL, ChannelSettings.DEFAULT.withScope(Scope.USER));
        says(BO, "I am Bo", Addressing.MENTION);
        answered(1);
        says(CY, "I am Cy", Addressing.MENTION);
        answered(2);
        assertThat(asked()).contains("I am Cy").doesNotContain("I am Bo");

        choose(CHANNEL, BRAM, BO);
        assertThat(bot.sessions().current(new Viewpoint(CHANNEL, CY, false))).isEmpty();
        says(CY, "and you?", Addressing.MENTION);
        answered(3);
        assertThat(adapter.posts().get(2).name()).isEqualTo("Bram");
        assertThat(asked()).doesNotContain("I am Cy");

        choose(CHANNEL, ADA, BO);
        says(CY, "back again", Addressing.MENTION);
        answered(4);
        assertThat(asked()).containsSubsequence("I am Cy", "back again").doesNotContain("I am Bo");
    }

    @Test
    void replaced_message_isOneMessageUnderTheNewName() {
        InboundMessage first = message(CHANNEL, CY, "B: good day", Addressing.NONE);
        choose(CHANNEL, ADA, BO);
        adapter.happens(new InboundEvent.Message(first));
        InboundMessage proxied = message(CHANNEL, CY, "good day", Addressing.NONE);

        assertThat(adapter.happens(new InboundEvent.Replaced(first.ref(), proxied)))
                .isEqualTo(new Admission.Ignored());
        adapter.happens(new InboundEvent.Deleted(first.ref()));
        says(BO, "hello", Addressing.MENTION);
        answered(1);

        assertThat(asked()).contains("cy: good day").doesNotContain("B: good day");
    }

    @Test
    void left_place_endsWhatIsOpenThere() {
        engine.blockAfter(1);
        says(BO, "good day", Addressing.MENTION);
        await().until(() -> engine.running() == 1);
        says(BO, "still there?", Addressing.MENTION);

        adapter.happens(new InboundEvent.Left(GUILD));
        engine.release();

        await().until(() -> stores.turns().open().isEmpty() && engine.running() == 0);
        assertThat(adapter.posts()).isEmpty();
        assertThat(stores.sessions().current(CHANNEL)).isEmpty();
    }
}
