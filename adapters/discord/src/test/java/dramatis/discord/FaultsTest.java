package dramatis.discord;

import static dramatis.discord.TestingDiscord.ref;
import static org.assertj.core.api.Assertions.assertThat;

import dramatis.message.MessageRef;
import dramatis.message.Segment;
import dramatis.platform.Delivery;
import dramatis.platform.Receipt;
import dramatis.testkit.DiscordServerChannel;
import dramatis.testkit.DiscordServerFault;
import dramatis.testkit.DiscordServerFault.Kind;
import dramatis.testkit.DiscordServerMessage;
import dramatis.testkit.DiscordServerPermission;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A third of all requests fail, before or after they took effect. The system property {@code posts} says how many. */
class FaultsTest {
    private static final int POSTS = Integer.getInteger("posts", 20);
    private static final int ATTEMPTS = 4;

    private final TestingDiscord discord = new TestingDiscord().start();

    @AfterEach
    void close() {
        discord.close();
    }

    private void fail() {
        List<DiscordServerFault> faults = Stream.of(
                        Kind.RATE_LIMIT,
                        Kind.ERROR,
                        Kind.BAD_GATEWAY,
                        Kind.BAD_GATEWAY_AFTER,
                        Kind.UNAVAILABLE,
                        Kind.DROP_BEFORE,
                        Kind.DROP_AFTER)
                .map(kind -> new DiscordServerFault(kind, Duration.ofMillis(20)))
                .toList();
        discord.server.faults().schedule(11, 0.3, faults);
    }

    private void post(DiscordServerChannel channel, int turn, String text) {
        DiscordServerMessage asked = discord.server.says(discord.mina, channel, "line " + turn);
        Receipt receipt = new Receipt.Unknown();
        for (int attempt = 1; attempt <= ATTEMPTS && receipt instanceof Receipt.Unknown; attempt++) {
            receipt = discord.post(new Delivery(
                    turn,
                    0,
                    attempt,
                    ref(channel),
                    "dracula",
                    "Dracula",
                    Optional.of(new MessageRef(ref(channel), asked.id())),
                    Delivery.Before.NOTHING,
                    List.of(Segment.speech(text))));
        }
        assertThat(receipt).isInstanceOf(Receipt.Sent.class);
    }

    private static List<String> replies(DiscordServerChannel channel) {
        return channel.texts().stream()
                .filter(text -> !text.startsWith("line "))
                .toList();
    }

    @Test
    void webhook_faults_onceAndInOrder() {
        fail();
        IntStream.range(0, POSTS).forEach(turn -> post(discord.hall, turn, "Reply " + turn));
        discord.server.faults().calm();
        assertThat(replies(discord.hall))
                .containsExactlyElementsOf(IntStream.range(0, POSTS)
                        .mapToObj(turn -> "Reply " + turn)
                        .toList());
        assertThat(discord.hall.everything()).hasSize(2 * POSTS);
        told();
    }

    @Test
    void webhook_faults_sameTextEachTime_onceEach() {
        fail();
        IntStream.range(0, POSTS).forEach(turn -> post(discord.hall, turn, "Yes."));
        assertThat(replies(discord.hall)).hasSize(POSTS);
    }

    @Test
    void webhook_faults_longReplies_eachPageOnce() {
        fail();
        String words = "word ".repeat(1000);
        IntStream.range(0, POSTS / 2).forEach(turn -> post(discord.hall, turn, turn + " " + words));
        assertThat(replies(discord.hall).stream()
                        .map(text -> text.replace("word", "").strip()))
                .containsExactlyElementsOf(IntStream.range(0, POSTS / 2)
                        .boxed()
                        .flatMap(turn -> Stream.of("" + turn, "", ""))
                        .toList());
    }

    @Test
    void plain_faults_onceAndInOrder() {
        discord.hall.deny(discord.guild.botRole(), DiscordServerPermission.MANAGE_WEBHOOKS);
        TestingDiscord.eventually(
                () -> assertThat(discord.adapter().health().problems()).isNotEmpty());
        fail();
        IntStream.range(0, POSTS).forEach(turn -> post(discord.hall, turn, "Reply " + turn));
        assertThat(replies(discord.hall))
                .containsExactlyElementsOf(IntStream.range(0, POSTS)
                        .mapToObj(turn -> "**Dracula**\nReply " + turn)
                        .toList());
    }

    private void told() {
        // figures for whoever runs it with more
        for (Kind kind : Kind.values()) {
            System.out.println(kind + " " + discord.server.faults().fired(kind));
        }
    }
}
