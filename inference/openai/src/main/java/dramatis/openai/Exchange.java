package dramatis.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way. What comes of it is taken by one thread, which may stop waiting at any time; closing it, by
 * any thread, ends the connection unless its answer was read to the end.
 */
final class Exchange implements AutoCloseable {
    /** What came of a request. */
    sealed interface Event permits Head, Data, End, Failure {}

    /** The answer began. */
    record Head(int status, HttpHeaders headers) implements Event {}

    /** More of its body. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Data(byte[] bytes) implements Event {}

    /** The body's end. */
    record End() implements Event {}

    /** There is no connection, or no more of one. */
    record Failure(Throwable why) implements Event {}

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Body body = new Body();
    private final CompletableFuture<?> answer;

    Exchange(HttpClient client, HttpRequest request) {
        answer = client.sendAsync(request, head -> {
            events.add(new Head(head.statusCode(), head.headers()));
            return body;
        });
        var unused = answer.whenComplete((nothing, failure) -> {
            if (failure != null) {
                events.add(new Failure(cause(failure)));
            }
        });
    }

    /** Waits for what comes next, so long at most. The connection rests while more than one piece is not taken. */
    Optional<Event> next(Duration wait) throws InterruptedException {
        @Nullable Event event = events.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
        if (event instanceof Data) {
            body.more();
        }
        return Optional.ofNullable(event);
    }

    /**
     * Waits for the whole of an answer that is small.
     *
     * @throws IOException also when it takes longer, or is larger
     */
    Answer whole(Duration wait, int mostBytes) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + wait.toNanos();
        Head head = new Head(0, HttpHeaders.of(Map.of(), (name, value) -> true));
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        while (true) {
            Optional<Event> event = next(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
            if (event.isEmpty()) {
                throw new IOException("no answer in " + wait.toSeconds() + " s");
            }
            if (event.get() instanceof Head begun) {
                head = begun;
            } else if (event.get() instanceof Data data) {
                read.write(data.bytes());
            } else if (event.get() instanceof Failure failure) {
                throw new IOException(failure.why().getClass().getSimpleName(), failure.why());
            } else {
                return new Answer(head.status(), head.headers(), read.toString(UTF_8));
            }
            if (read.size() > mostBytes) {
                throw new IOException("an answer of more than " + mostBytes + " bytes");
            }
        }
    }

    @Override
    public void close() {
        if (body.cancel()) {
            answer.cancel(true);
        }
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** Puts the body's pieces among the events, one at a time. */
    private final class Body implements BodySubscriber<Boolean> {
        private final CompletableFuture<Boolean> done = new CompletableFuture<>();
        private Flow.@Nullable Subscription subscription;
        private boolean cancelled;
        private boolean ended;

        @Override
        public CompletionStage<Boolean> getBody() {
            return done;
        }

        @Override
        public synchronized void onSubscribe(Flow.Subscription fresh) {
            subscription = fresh;
            if (cancelled) {
                fresh.cancel();
            } else {
                fresh.request(1);
            }
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (ByteBuffer buffer : buffers) {
                byte[] some = new byte[buffer.remaining()];
                buffer.get(some);
                bytes.writeBytes(some);
            }
            events.add(new Data(bytes.toByteArray()));
        }

        @Override
        public void onError(Throwable failure) {
            done.completeExceptionally(failure);
        }

        @Override
        public synchronized void onComplete() {
            ended = true;
            events.add(new End());
            done.complete(true);
        }

        synchronized void more() {
            if (subscription != null) {
                subscription.request(1);
            }
        }

        /** Says whether there was anything to end: a connection that is read to the end can be used again. */
        synchronized boolean cancel() {
            cancelled = true;
            if (subscription != null && !ended) {
                subscription.cancel();
            }
            return !ended;
        }
    }
}
