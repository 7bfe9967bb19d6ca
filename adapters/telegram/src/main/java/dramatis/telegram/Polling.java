package dramatis.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** Asks Telegram for updates, whatever happens, until it is closed. */
final class Polling implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Polling.class);

    /** How long {@link #open} waits; after that it goes on trying. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final TelegramOptions options;
    private final Api api;
    private final Trouble trouble;
    private final LongPollingUpdateConsumer consumer;
    private final ScheduledExecutorService poller =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("telegram-poll"));
    private final Thread connecting;
    private final CompletableFuture<Me> connected = new CompletableFuture<>();
    private final TelegramBotsLongPollingApplication application;
    private volatile boolean opening;

    /**
     * Polls with these.
     *
     * @param known told who the bot is, before the first update
     */
    Polling(
            TelegramOptions options,
            Connections connections,
            Api api,
            Trouble trouble,
            Consumer<Me> known,
            LongPollingUpdateConsumer consumer) {
        this.options = options;
        this.api = api;
        this.trouble = trouble;
        this.consumer = consumer;
        OkHttpClient client =
                connections.polls().newBuilder().addInterceptor(this::watch).build();
        application =
                new TelegramBotsLongPollingApplication(ObjectMapper::new, () -> client, () -> poller, Pauses::new);
        connecting = Daemons.named("telegram-connect").newThread(() -> connect(known));
    }

    /**
     * Begins; where Telegram cannot be reached it goes on trying.
     *
     * @throws TelegramException where the token is wrong
     */
    void open() {
        opening = true;
        connecting.start();
        try {
            connected.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            trouble.unreachable();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof TelegramException wrong ? wrong : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            opening = false;
        }
    }

    private void connect(Consumer<Me> known) {
        try {
            for (int tries = 1; ; tries++) {
                Optional<Me> me = tryToConnect(known);
                if (me.isPresent()) {
                    connected.complete(me.get());
                    return;
                }
                api.pacer().pause(pause(tries));
            }
        } catch (ApiFailure closed) {
            log.debug("Telegram was not reached before the end", closed);
        } catch (TelegramException e) {
            if (!opening) {
                trouble.is(Trouble.TOKEN); // at the start the exception tells it
            }
            connected.completeExceptionally(e);
        } catch (RejectedExecutionException e) {
            log.debug("the bot ended before Telegram was reached", e);
        }
    }

    private Optional<Me> tryToConnect(Consumer<Me> known) {
        try {
            Me me = Me.of(api.once(new GetMe()));
            known.accept(me);
            application.registerBot(options.token(), options::url, LenientUpdates::new, consumer);
            trouble.over();
            return Optional.of(me);
        } catch (ApiFailure e) {
            if (e.is(ApiFailure.Kind.CLOSED)) {
                throw e;
            }
            if (Trouble.wrongToken(e.code())) {
                throw new TelegramException(Trouble.TOKEN);
            }
            trouble.unreachable();
        } catch (TelegramApiException e) {
            trouble.unreachable();
            unregister();
        }
        return Optional.empty();
    }

    /** People wait for as long. */
    private static Duration pause(int tries) {
        Duration pause = Api.pause(tries);
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** A bot that could not be registered counts as registered. */
    private void unregister() {
        try {
            application.unregisterBot(options.token());
        } catch (TelegramApiException e) {
            log.debug("there was nothing to unregister", e);
        }
    }

    /** Sees how polls end, of which the client says nothing that a program could read. */
    private Response watch(Interceptor.Chain chain) throws IOException {
        try {
            Response response = chain.proceed(chain.request());
            trouble.polled(response.code());
            return response;
        } catch (IOException e) {
            if (!api.pacer().isClosed()) {
                trouble.unreachable();
            }
            throw e;
        }
    }

    /** Waits after a poll that failed, and no longer than the bot lives: the client's own pause cannot be ended. */
    private final class Pauses implements BackOff {
        private int failures;

        @Override
        public void reset() {
            failures = 0;
        }

        @Override
        public long nextBackOffMillis() {
            api.pacer().pause(pause(++failures));
            return 0;
        }
    }

    /**
     * Asks no more from now on. Nobody is interrupted: the poll that runs may be at the store, which would not survive it.
     */
    void stop() {
        poller.shutdown();
    }

    /** Waits for the last poll, which ends when the connections do. */
    @Override
    public void close() {
        stop();
        try {
            if (!poller.awaitTermination(5, TimeUnit.SECONDS)) {
                log.warn("the last poll of Telegram did not end");
                poller.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
