package dramatis.telegram;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Requests to Telegram that are waited for. All of them throw {@link ApiFailure}, and those that wait are let go at the
 * end. Safe for use by many threads.
 */
final class Api implements AutoCloseable {
    private static final int TRIES = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final TelegramOptions options;
    private final Connections connections;
    private final TelegramClient client;
    private final Pacer pacer = new Pacer();
    private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();

    Api(TelegramOptions options, Connections connections) {
        this.options = options;
        this.connections = connections;
        this.client = new OkHttpTelegramClient(connections.calls(), options.token(), options.url());
    }

    Pacer pacer() {
        return pacer;
    }

    /** Asks once. */
    <T extends Serializable> T once(BotApiMethod<T> method) {
        return answer(() -> {
            try {
                return client.executeAsync(method);
            } catch (TelegramApiException e) {
                return CompletableFuture.failedFuture(e);
            }
        });
    }

    /** Asks, and neither waits nor cares. */
    void carelessly(BotApiMethod<Boolean> method) {
        try {
            var unused = client.executeAsync(method);
        } catch (TelegramApiException | RuntimeException e) {
            // as it said
        }
    }

    /** Does what must not be done twice: waits out limits, and a server that cannot be reached. */
    <T extends Serializable> T patiently(long chat, BotApiMethod<T> method) {
        return waitingOut(chat, () -> once(method));
    }

    /** As above, for a file. */
    Message patiently(long chat, Supplier<SendDocument> document) {
        return waitingOut(chat, () -> answer(() -> client.executeAsync(document.get())));
    }

    private <T> T waitingOut(long chat, Supplier<T> doing) {
        for (int tries = 1; ; tries++) {
            pacer.await(chat);
            try {
                return doing.get();
            } catch (ApiFailure e) {
                if (e.is(ApiFailure.Kind.WAIT)) {
                    pacer.hold(chat, Duration.ofSeconds(e.number()));
                } else if (e.is(ApiFailure.Kind.UNSENT)) {
                    pacer.pause(pause(tries));
                } else {
                    throw e;
                }
            }
        }
    }

    /** Does what may be done twice: as above, and some times more where the answer is lost. */
    <T extends Serializable> T repeatedly(long chat, BotApiMethod<T> method) {
        for (int tries = 1; ; tries++) {
            try {
                return patiently(chat, method);
            } catch (ApiFailure e) {
                if (!e.is(ApiFailure.Kind.LOST) || tries == TRIES) {
                    throw e;
                }
                pacer.pause(pause(tries));
            }
        }
    }

    static Duration pause(int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private <T> T answer(Supplier<CompletableFuture<T>> asking) {
        if (pacer.isClosed()) {
            throw ApiFailure.closed();
        }
        CompletableFuture<T> answer = asking.get();
        Runnable cancel = () -> answer.cancel(true);
        waiting.add(cancel);
        try {
            if (pacer.isClosed()) {
                answer.cancel(true);
            }
            return answer.get();
        } catch (ExecutionException e) {
            throw ApiFailure.of(e.getCause() == null ? e : e.getCause());
        } catch (CancellationException e) {
            throw ApiFailure.closed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiFailure.closed();
        } finally {
            waiting.remove(cancel);
        }
    }

    /**
     * Fetches a file, from the server that is set: the client's own way goes to Telegram's whatever is set.
     *
     * @param path as getFile names it
     * @param most bytes; a longer file is cut after one more
     */
    byte[] download(String path, int most) {
        HttpUrl url = HttpUrl.get(options.apiUrl())
                .newBuilder()
                .addPathSegment("file")
                .addPathSegment("bot" + options.token())
                .addPathSegments(path)
                .build();
        try (Response response = connections
                        .calls()
                        .newCall(new Request.Builder().url(url).build())
                        .execute();
                InputStream body = response.body().byteStream()) {
            if (!response.isSuccessful()) {
                throw new ApiFailure(ApiFailure.Kind.REFUSED, response.code(), "the file cannot be had", 0);
            }
            return body.readNBytes(most + 1);
        } catch (IOException e) {
            throw ApiFailure.of(e);
        }
    }

    @Override
    public void close() {
        pacer.close();
        waiting.forEach(Runnable::run);
    }
}
