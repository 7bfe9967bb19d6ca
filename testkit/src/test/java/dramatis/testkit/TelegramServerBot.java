package dramatis.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.util.DefaultGetUpdatesGenerator;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** A bot made of the client library that people use, as it would be set up. */
final class TelegramServerBot implements AutoCloseable {
    private final OkHttpClient connections =
            new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
    private final ScheduledExecutorService polls = Executors.newSingleThreadScheduledExecutor();
    private final List<Update> updates = new CopyOnWriteArrayList<>();
    private final TelegramServer server;
    private final TelegramClient client;
    private final TelegramBotsLongPollingApplication application =
            new TelegramBotsLongPollingApplication(ObjectMapper::new, () -> connections, () -> polls);

    TelegramServerBot(TelegramServer server) {
        this.server = server;
        client = new OkHttpTelegramClient(connections, server.token(), url(server));
    }

    private static TelegramUrl url(TelegramServer server) {
        return new TelegramUrl("http", "127.0.0.1", server.url().getPort(), false);
    }

    TelegramServerBot poll() throws TelegramApiException {
        application.registerBot(server.token(), () -> url(server), new DefaultGetUpdatesGenerator(), updates::addAll);
        return this;
    }

    TelegramClient client() {
        return client;
    }

    Message send(TelegramServerChat chat, String text) throws TelegramApiException {
        return client.execute(SendMessage.builder().chatId(chat.id()).text(text).build());
    }

    List<Update> updates() {
        return updates;
    }

    List<String> texts() {
        return updates.stream()
                .filter(Update::hasMessage)
                .map(it -> it.getMessage().getText())
                .toList();
    }

    @Override
    public void close() {
        polls.shutdownNow();
        connections.dispatcher().executorService().shutdown();
        connections.connectionPool().evictAll();
    }
}
