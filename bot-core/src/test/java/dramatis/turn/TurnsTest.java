package dramatis.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.address.ChannelSettings;
import dramatis.address.Channels;
import dramatis.address.TestingChannelSettingsStore;
import dramatis.delivery.Lanes;
import dramatis.delivery.Postman;
import dramatis.delivery.TestingThoughtsStore;
import dramatis.delivery.ThoughtsRoute;
import dramatis.message.ConversationRef;
import dramatis.message.InboundMessage;
import dramatis.message.MessageRef;
import dramatis.message.Place;
import dramatis.message.UserRef;
import dramatis.persona.TestingPersonaStore;
import dramatis.platform.TestingAdapter;
import dramatis.session.Session;
import dramatis.session.SessionManager;
import dramatis.session.SessionStore.Opening;
import dramatis.turn.TurnStore.Admitted;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final UserRef BO = new UserRef("testing", "Bo");

    private final TestingStores stores = new TestingStores();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final TurnQueue queue = new TurnQueue();
    private final Turns turns = turns();

    private Turns turns() {
        Channels channels = new Channels(new TestingChannelSettingsStore(), ChannelSettings.DEFAULT);
        SessionManager sessions = new SessionManager(
                stores.sessions(),
                new TestingPersonaStore(TestingPersonaStore.persona("ada", "Ada")),
                stores.people(),
                "ada",
                channels,
                InstantSource.system());
        Postman postman = new Postman(
                new Lanes(Runnable::run),
                stores.posts(),
                new ThoughtsRoute(new TestingThoughtsStore(), Map.of()),
                List.of());
        postman.attach(new TestingAdapter());
        return new Turns(
                stores.turns(),
                queue,
                new TurnPoster(stores.turns(), sessions, postman, stores.posts(), channels, TurnMeter.NONE),
                new WaitNotices(postman, timer, Duration.ofHours(1)),
                TurnMeter.NONE,
                timer,
                Duration.ofHours(1),
                InstantSource.system());
    }

    @AfterEach
    void close() {
        timer.shutdownNow();
    }

    private Turn admit(String place) {
        ConversationRef conversation = new ConversationRef("testing", place, "");
        Session session = stores.sessions()
                .open(new Opening(conversation, "ada", "Bo", "", Optional.empty(), Instant.now()))
                .session();
        InboundMessage message = new InboundMessage(
                new MessageRef(conversation, place),
                Place.of(conversation),
                BO,
                "Bo",
                InboundMessage.AuthorKind.PERSON,
                "Hello",
                Optional.empty(),
                InboundMessage.Addressing.DIRECT,
                Locale.ENGLISH,
                Instant.now());
        return ((Admitted.Queued) stores.turns().admit(session, message, 10)).turn();
    }

    @Test
    void drop_ofAPersonWhoIsForgotten_leavesNothingToPlay() throws InterruptedException {
        Turn played = admit("one");
        Turn waiting = admit("two");
        turns.enqueue(played);
        turns.enqueue(waiting);
        assertThat(queue.take().turnId()).isEqualTo(played.id());
        stores.turns().begin(played.id(), "Ada");

        turns.drop(stores.privacy().delete(BO));

        assertThat(turns.stopped(played.id())).as("its seat is told").isTrue();
        assertThat(queue.size()).isZero();
        assertThat(stores.turns().open()).isEmpty();
    }
}
