package dramatis.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import tools.jackson.databind.JsonNode;

/** Updates, as the queue keeps them and as the client library reads them. */
class TelegramServerPollTest {
    private final TelegramServer server = TelegramServer.start();
    private final TelegramServerBot bot = new TelegramServerBot(server);
    private final TelegramServerPerson mina = server.person("Mina");
    private final TelegramServerChat home = server.privateChat(mina);

    @AfterEach
    void close() {
        bot.close();
        server.close();
    }

    @Test
    void getMe_client_readsWhatTheBotMay() throws Exception {
        assertThat(bot.client().execute(new GetMe()).getCanReadAllGroupMessages())
                .isFalse();
        server.privacy(false);
        assertThat(bot.client().execute(new GetMe()).getCanReadAllGroupMessages())
                .isTrue();
    }

    @Test
    void poll_messageThatComesMeanwhile_isDelivered() throws Exception {
        bot.poll();
        await().until(() -> !server.requests("getUpdates").isEmpty());
        server.says(mina, home, "Are you there?");
        await().until(() -> bot.texts().equals(List.of("Are you there?")));
        await().until(() -> server.updates().unconfirmed() == 0);
        assertThat(bot.updates().get(0).getMessage().getFrom().getLanguageCode())
                .isEqualTo("en");
    }

    @Test
    void poll_offset_confirmsAndTheRestComesAgain() throws Exception {
        server.says(mina, home, "one");
        server.says(mina, home, "two");
        JsonNode first = updates("{}");
        assertThat(texts(first)).containsExactly("one", "two");
        assertThat(texts(updates("{\"limit\":1}"))).containsExactly("one");
        int next = first.path(0).path("update_id").asInt() + 1;
        assertThat(texts(updates("{\"offset\":" + next + "}"))).containsExactly("two");
        assertThat(texts(updates("{}"))).containsExactly("two");
        server.updates().redelivers(1);
        assertThat(updates("{}")).isEqualTo(first);
        server.updates().doubles(1, 1);
        assertThat(texts(updates("{\"offset\":-1}"))).containsExactly("two", "two");
    }

    @Test
    void poll_answerThatIsLost_comesAgain() throws Exception {
        server.says(mina, home, "one");
        server.failNext("getUpdates", TelegramServerFault.drop().afterEffect());
        bot.poll();
        await().until(() -> bot.texts().equals(List.of("one")));
        assertThat(server.fired(TelegramServerFault.drop().afterEffect())).isEqualTo(1);
    }

    @Test
    void poll_second_endsTheFirst() throws Exception {
        CompletableFuture<HttpResponse<String>> first = asked("{\"timeout\":50}");
        await().until(() -> server.requests("getUpdates").size() == 1);
        CompletableFuture<HttpResponse<String>> second = CompletableFuture.completedFuture(null);
        while (!first.isDone()) {
            second = asked("{\"timeout\":1}");
            second.join();
        }
        assertThat(first.join().statusCode()).isEqualTo(409);
        assertThat(first.join().body()).contains("terminated by other getUpdates request");
        assertThat(second.join().statusCode()).isEqualTo(200);
    }

    @Test
    void poll_webhookIsSet_isRefusedUntilItIsDeleted() throws Exception {
        call("setWebhook", "{\"url\":\"https://example.org\"}");
        assertThat(call("getUpdates", "{}").path("error_code").asInt()).isEqualTo(409);
        bot.poll();
        server.says(mina, home, "one");
        await().until(() -> bot.texts().equals(List.of("one")));
    }

    @Test
    void poll_allowedUpdates_keepsOthersOut() throws Exception {
        updates("{\"allowed_updates\":[\"callback_query\"]}");
        server.says(mina, home, "one");
        assertThat(updates("{}").isEmpty()).isTrue();
        updates("{\"allowed_updates\":[]}");
        server.says(mina, home, "two");
        assertThat(texts(updates("{}"))).containsExactly("two");
    }

    @Test
    void poll_unreadableUpdate_blocksTheClient() throws Exception {
        server.updates().unreadable(mina, home);
        server.says(mina, home, "one");
        bot.poll();
        await().until(() -> server.requests("getUpdates").size() > 1);
        assertThat(bot.updates()).isEmpty();
        assertThat(server.updates().unconfirmed()).isEqualTo(2);
    }

    @Test
    void down_up_keepsPortAndUpdates() throws Exception {
        bot.poll();
        server.down();
        assertThatExceptionOfType(TelegramApiException.class)
                .isThrownBy(() -> bot.client().execute(new GetMe()));
        server.says(mina, home, "one");
        server.up();
        await().until(() -> bot.texts().equals(List.of("one")));
    }

    @Test
    void poll_blockAndUnblock_areToldAsMembership() throws Exception {
        server.says(mina, home, "/start");
        server.chats().blocks(mina);
        bot.poll();
        await().until(() -> bot.updates().stream().anyMatch(Update::hasMyChatMember));
        assertThat(bot.updates().get(1).getMyChatMember().getNewChatMember().getStatus())
                .isEqualTo("kicked");
    }

    @Test
    void token_wrong_isUnauthorized() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.url().resolve("/bot1:wrong/getMe"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"description\":\"Unauthorized\"");
    }

    private List<String> texts(JsonNode updates) {
        return updates.valueStream()
                .map(it -> it.path("message").path("text").asString(""))
                .toList();
    }

    private JsonNode updates(String arguments) throws IOException, InterruptedException {
        return call("getUpdates", arguments).path("result");
    }

    private JsonNode call(String method, String arguments) throws IOException, InterruptedException {
        return TelegramServerJson.read(HttpClient.newHttpClient()
                .send(request(method, arguments), BodyHandlers.ofString())
                .body());
    }

    private CompletableFuture<HttpResponse<String>> asked(String arguments) {
        return HttpClient.newHttpClient().sendAsync(request("getUpdates", arguments), BodyHandlers.ofString());
    }

    private HttpRequest request(String method, String arguments) {
        return HttpRequest.newBuilder(server.url().resolve("/bot" + server.token() + "/" + method))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(arguments))
                .build();
    }
}
