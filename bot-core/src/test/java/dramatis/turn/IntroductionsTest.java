package dramatis.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.address.ChannelSettings;
import dramatis.address.Channels;
import dramatis.address.TestingChannelSettingsStore;
import dramatis.message.ConversationRef;
import dramatis.message.InboundEvent;
import dramatis.message.InboundMessage;
import dramatis.message.MessageRef;
import dramatis.message.Place;
import dramatis.message.UserRef;
import dramatis.persona.Person;
import dramatis.persona.TestingPersonaStore;
import dramatis.platform.Admission;
import dramatis.session.SessionManager;
import dramatis.session.Viewpoint;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntroductionsTest {
    private static final ConversationRef HALL = new ConversationRef("testing", "hall", "");
    private static final UserRef BO = new UserRef("testing", "bo");

    private final TestingStores stores = new TestingStores();
    private final SessionManager sessions = new SessionManager(
            stores.sessions(),
            new TestingPersonaStore(TestingPersonaStore.persona("ada", "Ada")),
            stores.people(),
            "ada",
            new Channels(new TestingChannelSettingsStore(), ChannelSettings.DEFAULT),
            InstantSource.system());
    private final List<InboundEvent> heard = new ArrayList<>();
    private final Introductions introductions = new Introductions(sessions, stores.people(), event -> {
        heard.add(event);
        return new Admission.Ignored();
    });

    @BeforeEach
    void introduce() {
        stores.people().put(new Person(BO, Optional.of("Sir Bo"), "", Instant.EPOCH));
    }

    @Test
    void message_ofOneWhoHasAName_goesUnderIt() {
        introductions.accept(new InboundEvent.Message(message(BO)));
        UserRef cy = new UserRef("testing", "cy");
        introductions.accept(new InboundEvent.Message(message(cy)));

        assertThat(heard)
                .containsExactly(
                        new InboundEvent.Message(message(BO).withAuthorName("Sir Bo")),
                        new InboundEvent.Message(message(cy)));
    }

    @Test
    void message_toASessionThatKnowsTheDisplayName_keepsIt() {
        stores.people().clear(BO, "bo99");
        sessions.sessionFor(new Viewpoint(HALL, BO, false), "bo99");
        introduce();

        introductions.accept(new InboundEvent.Message(message(BO)));

        assertThat(heard).containsExactly(new InboundEvent.Message(message(BO)));
    }

    @Test
    void replaced_byAProxy_keepsTheNameThatIsSpokenUnder() {
        InboundEvent replaced =
                new InboundEvent.Replaced(new MessageRef(HALL, "0"), message(BO).withAuthorName("A Dragon"));

        introductions.accept(replaced);

        assertThat(heard).containsExactly(replaced);
    }

    @Test
    void message_storeIsBroken_isToBeBroughtAgain() {
        stores.broken(true);

        assertThat(introductions.accept(new InboundEvent.Message(message(BO)))).isEqualTo(new Admission.Unavailable());
        assertThat(heard).isEmpty();
    }

    private static InboundMessage message(UserRef author) {
        return new InboundMessage(
                new MessageRef(HALL, "1"),
                new Place("testing", "guild"),
                author,
                "bo99",
                InboundMessage.AuthorKind.PERSON,
                "Good day.",
                Optional.empty(),
                InboundMessage.Addressing.MENTION,
                Locale.ENGLISH,
                Instant.EPOCH);
    }
}
