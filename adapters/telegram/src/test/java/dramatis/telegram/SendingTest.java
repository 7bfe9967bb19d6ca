package dramatis.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dramatis.telegram.Sending.Where;
import dramatis.testkit.TelegramServer;
import dramatis.testkit.TelegramServerChat;
import dramatis.testkit.TelegramServerFault;
import dramatis.testkit.TelegramServerPerson;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of single messages while requests go wrong. */
@Timeout(60)
class SendingTest {
    private final TelegramServer server = TelegramServer.start();
    private final TelegramServerPerson mina = server.person("Mina");
    private final TelegramServerChat home = server.privateChat(mina);
    private final TelegramOptions options =
            new TelegramOptions(server.token(), server.url(), Optional.empty(), Optional.empty());
    private final Connections connections = new Connections();
    private final Api api = new Api(options, connections);
    private final Sending sending = new Sending(api, (from, to) -> {});
    private final Where where = Where.at(new Spot(mina.id(), Optional.empty()));

    SendingTest() {
        server.says(mina, home, "/start");
    }

    @AfterEach
    void close() {
        api.close();
        connections.close();
        server.close();
    }

    @Test
    void send_serverDown_goesOnceItIsUp() {
        server.down();
        CompletableFuture<Integer> sent = CompletableFuture.supplyAsync(() -> sending.send(where, Page.plain("Hello")));
        server.up();
        sent.join();
        assertThat(home.textsOfBot()).containsExactly("Hello");
    }

    @Test
    void send_answerLost_isNotRepeated() {
        server.failNext("sendMessage", TelegramServerFault.drop());
        assertThatThrownBy(() -> sending.send(where, Page.plain("Hello")))
                .isInstanceOfSatisfying(
                        ApiFailure.class, failure -> assertThat(failure.kind()).isEqualTo(ApiFailure.Kind.LOST));
        assertThat(server.requests("sendMessage")).hasSize(1);
    }

    @Test
    void sendSurely_answerLost_isRepeated() {
        server.failNext("sendMessage", TelegramServerFault.drop(), TelegramServerFault.html(502));
        sending.sendSurely(where, Page.plain("Hello"));
        assertThat(home.textsOfBot()).containsExactly("Hello");
    }

    @Test
    void edit_lostOrWithoutAChange_isDoneAndOfWhatIsGoneIsNot() {
        int message = sending.send(where, Page.plain("Hello"));
        server.failNext("editMessageText", TelegramServerFault.drop().afterEffect());
        assertThat(sending.edit(where.spot(), message, Page.plain("Good day"))).isTrue();
        assertThat(home.textsOfBot()).containsExactly("Good day");
        assertThat(sending.edit(where.spot(), 9999, Page.plain("Good day"))).isFalse();
    }

    @Test
    void close_endsWhatWaits() {
        server.failNext("sendMessage", TelegramServerFault.tooMany(3600));
        CompletableFuture<Integer> sent = CompletableFuture.supplyAsync(() -> sending.send(where, Page.plain("Hello")));
        api.close();
        assertThatThrownBy(sent::join).hasRootCauseInstanceOf(ApiFailure.class);
        assertThat(home.textsOfBot()).isEmpty();
    }
}
