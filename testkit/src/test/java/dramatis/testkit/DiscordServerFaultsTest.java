package dramatis.testkit;

import static dramatis.testkit.DiscordServerFault.Kind.BAD_GATEWAY;
import static dramatis.testkit.DiscordServerFault.Kind.DROP_AFTER;
import static dramatis.testkit.DiscordServerFault.Kind.DROP_BEFORE;
import static dramatis.testkit.DiscordServerFault.Kind.ERROR;
import static dramatis.testkit.DiscordServerFault.Kind.GLOBAL_LIMIT;
import static dramatis.testkit.DiscordServerFault.Kind.RATE_LIMIT;
import static dramatis.testkit.DiscordServerFault.Kind.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiscordServerFaultsTest {
    private static final String POST = "POST /channels/{channel}/messages";

    private final DiscordServer server = DiscordServer.start();
    private final DiscordServerChannel hall = server.guild("Whitby").channel("hall");
    private DiscordServerClient client;

    @BeforeEach
    void connect() throws InterruptedException {
        client = DiscordServerClient.connect(server);
    }

    @AfterEach
    void close() throws InterruptedException {
        client.close();
        server.close();
    }

    private void send(String text, String nonce) {
        TextChannel channel = client.jda().getTextChannelById(hall.id());
        channel.sendMessage(text).setNonce(nonce).complete();
    }

    @Test
    void dropAfter_makesOneMessage() {
        server.faults().next(POST, DROP_AFTER);
        try {
            send("Once", "n1");
        } catch (ErrorResponseException e) {
            send("Once", "n1");
        }
        assertThat(hall.texts()).containsExactly("Once");
        assertThat(server.faults().fired(DROP_AFTER)).isEqualTo(1);
        assertThat(server.requestsFor(hall.messages().get(0)))
                .extracting(it -> it.status())
                .containsExactly(0, 200);
    }

    @Test
    void dropBefore_makesNoMessage() {
        server.faults().next(POST, DROP_BEFORE);
        try {
            send("Lost", "n1");
        } catch (ErrorResponseException e) {
            assertThat(hall.texts()).isEmpty();
            return;
        }
        assertThat(server.requests(POST)).extracting(it -> it.status()).containsExactly(0, 200);
    }

    @Test
    void badGatewayAndUnavailable_areTriedAgain() {
        server.faults().next(POST, DiscordServerFault.of(BAD_GATEWAY), DiscordServerFault.of(UNAVAILABLE));
        send("Here", "n1");
        assertThat(hall.texts()).containsExactly("Here");
        assertThat(server.requests(POST)).extracting(it -> it.status()).containsExactly(502, 503, 200);
    }

    @Test
    void error_failsAtOnce() {
        server.faults().next(POST, ERROR);
        assertThatThrownBy(() -> send("Here", "n1")).isInstanceOf(ErrorResponseException.class);
        assertThat(hall.texts()).isEmpty();
    }

    @Test
    void forcedLimits_areKeptByTheClient() {
        server.faults()
                .next(
                        POST,
                        DiscordServerFault.rateLimit(Duration.ofMillis(300)),
                        DiscordServerFault.globalLimit(Duration.ofMillis(300)));
        send("Here", "n1");
        assertThat(hall.texts()).containsExactly("Here");
        assertThat(server.faults().fired(RATE_LIMIT)).isEqualTo(1);
        assertThat(server.faults().fired(GLOBAL_LIMIT)).isEqualTo(1);
        assertThat(server.limits().violations()).isEmpty();
        assertThat(server.limits().invalidRequests()).isEqualTo(2);
    }

    @Test
    void limit_isKeptByTheClient() {
        server.limits().limit(POST, 2, Duration.ofMillis(500));
        IntStream.range(0, 5).forEach(it -> send("m" + it, "n" + it));
        assertThat(hall.texts()).containsExactly("m0", "m1", "m2", "m3", "m4");
        assertThat(server.limits().violations()).isEmpty();
    }

    @Test
    void schedule_isDecidedByItsSeed() {
        server.faults().schedule(7, 0.5, List.of(DiscordServerFault.of(BAD_GATEWAY)), POST);
        IntStream.range(0, 5).forEach(it -> send("m" + it, "n" + it));
        server.faults().calm();
        assertThat(hall.texts()).containsExactly("m0", "m1", "m2", "m3", "m4");
        assertThat(server.faults().fired()).isPositive();
    }

    @Test
    void unknownRoute_isNoRoute() {
        assertThatThrownBy(() -> server.faults().next("POST /nowhere", ERROR))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
