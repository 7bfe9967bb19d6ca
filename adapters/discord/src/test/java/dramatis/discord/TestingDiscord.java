package dramatis.discord;

import static org.awaitility.Awaitility.await;

import dramatis.message.ConversationRef;
import dramatis.message.MessageRef;
import dramatis.message.Segment;
import dramatis.persona.Portraits.Portrait;
import dramatis.platform.Delivery;
import dramatis.platform.Receipt;
import dramatis.testkit.DiscordServer;
import dramatis.testkit.DiscordServerChannel;
import dramatis.testkit.DiscordServerGuild;
import dramatis.testkit.DiscordServerMember;
import dramatis.testkit.DiscordServerMessage;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The adapter on a server of our own: a guild with a channel and two people. */
final class TestingDiscord implements AutoCloseable {
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /** How every character looks. */
    static final Portrait PORTRAIT = new Portrait("image/png", PIXEL);

    final DiscordServer server = DiscordServer.start();
    final DiscordServerGuild guild = server.guild("Whitby");
    final DiscordServerChannel hall = guild.channel("hall");
    final DiscordServerMember mina = guild.member("mina42").called("Mina");
    final DiscordServerMember lucy = guild.member("Lucy");
    final TestingHandler heard = new TestingHandler();
    final TestingDesk desk = new TestingDesk(server.owner().id());
    final List<MessageRef> missed = new ArrayList<>();
    private Optional<DiscordAdapter> adapter = Optional.empty();

    DiscordAdapter adapter() {
        return adapter.orElseThrow();
    }

    TestingDiscord start() {
        DiscordOptions options =
                new DiscordOptions(server.token(), URI.create(server.apiUrl()), Optional.empty(), Optional.empty());
        DiscordAdapter made =
                new DiscordAdapter(options, desk::desk, (id, name) -> PORTRAIT, () -> List.copyOf(missed));
        adapter = Optional.of(made);
        made.start(heard);
        return this;
    }

    /** Ends the adapter, and starts another one. */
    void restart() {
        adapter().close();
        start();
    }

    static ConversationRef ref(DiscordServerChannel channel) {
        return new ConversationRef(DiscordOptions.PLATFORM, channel.id(), "");
    }

    static Delivery delivery(long turn, ConversationRef conversation, Segment.Visible... visible) {
        return new Delivery(
                turn,
                0,
                1,
                conversation,
                "dracula",
                "Dracula",
                Optional.empty(),
                Delivery.Before.NOTHING,
                List.of(visible));
    }

    /** The same delivery after what stands. */
    static Delivery after(Delivery delivery, List<Segment.Visible> said, List<String> ids) {
        return new Delivery(
                delivery.turnId(),
                delivery.piece() + 1,
                1,
                delivery.conversation(),
                delivery.personaId(),
                delivery.name(),
                delivery.replyTo(),
                new Delivery.Before(said, ids),
                delivery.visible());
    }

    Receipt post(Delivery delivery) {
        return adapter().outbound().post(delivery);
    }

    /** Posts, and answers the messages that show it. */
    List<String> posted(Delivery delivery) {
        return ((Receipt.Sent) post(delivery)).messageIds();
    }

    DiscordServerMessage message(DiscordServerChannel channel, String id) {
        return channel.everything().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static void eventually(Runnable check) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(check::run);
    }

    @Override
    public void close() {
        adapter.ifPresent(DiscordAdapter::close);
        server.close();
    }
}
