package dramatis.hub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer as they come. The client's own streams wait for a silent server for ever; here a wait has an end.
 * At most a megabyte or so is held.
 */
final class Body implements BodySubscriber<Body>, AutoCloseable {
    private static final int PIECES_AHEAD = 64;

    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();
    private final Duration idleTimeout;

    /** A part of the bytes, or the end, which may have a reason. */
    private record Piece(
            List<ByteBuffer> bytes, boolean isEnd, @Nullable Throwable failure) {}

    Body(Duration idleTimeout) {
        this.idleTimeout = idleTimeout;
    }

    /** The next bytes; empty is the end. */
    Optional<List<ByteBuffer>> next() throws IOException, InterruptedException {
        Piece piece = pieces.poll(idleTimeout.toMillis(), TimeUnit.MILLISECONDS);
        if (piece == null) {
            throw new HttpTimeoutException("nothing came for " + idleTimeout.toSeconds() + " s");
        }
        if (piece.failure() != null) {
            throw new IOException(piece.failure().getMessage(), piece.failure());
        }
        if (piece.isEnd()) {
            return Optional.empty();
        }
        subscription.join().request(1);
        return Optional.of(piece.bytes());
    }

    /** All bytes, which must not be more than the limit. */
    byte[] all(int limit) throws IOException, InterruptedException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Optional<List<ByteBuffer>> next = next(); next.isPresent(); next = next()) {
            for (ByteBuffer bytes : next.get()) {
                byte[] copy = new byte[bytes.remaining()];
                bytes.get(copy);
                all.writeBytes(copy);
            }
            if (all.size() > limit) {
                throw new IOException("the answer is longer than " + Amount.of(limit));
            }
        }
        return all.toByteArray();
    }

    /** Lets the rest go. */
    @Override
    public void close() {
        var unused = subscription.thenAccept(Subscription::cancel);
    }

    @Override
    public CompletionStage<Body> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription.complete(given);
        given.request(PIECES_AHEAD);
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        pieces.add(new Piece(bytes, false, null));
    }

    @Override
    public void onError(Throwable failure) {
        pieces.add(new Piece(List.of(), true, failure));
    }

    @Override
    public void onComplete() {
        pieces.add(new Piece(List.of(), true, null));
    }
}
