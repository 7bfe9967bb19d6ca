package dramatis.hub;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the hub. Follows redirects itself, because the token must not follow them to another host. */
final class HubClient {
    private static final int MOST_REDIRECTS = 10;

    private final HubOptions options;
    private final Refusals refusals;
    private final Optional<Token> token;
    private final HttpClient http;

    HubClient(HubOptions options, Optional<Token> token, Refusals refusals) {
        this.options = options;
        this.token = token;
        this.refusals = refusals;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(options.connectTimeout())
                .build();
    }

    /** Asks for what a path below the endpoint names, from that byte on. The answer is 200, 206 or 416. */
    Answer get(String path, long from) throws IOException, InterruptedException {
        URI uri = URI.create(options.endpoint() + path);
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Answer answer = send(uri, from);
            if (!answer.isRedirect()) {
                return accept(answer);
            }
            answer.close();
            uri = Redirect.target(uri, answer.header("Location"));
        }
        throw new IOException(uri.getHost() + " redirects for ever");
    }

    private Answer accept(Answer answer) throws IOException {
        int status = answer.status();
        if (status == 200 || status == 206 || status == 416) {
            return answer;
        }
        answer.close();
        boolean passing = status == 408 || status == 429 || status >= 500;
        if (passing || !isOfHub(answer)) {
            throw new Unavailable(answer.from().getHost() + " answered " + status, RetryAfter.of(answer));
        }
        throw refusals.refused(answer);
    }

    /** Another host's no is about the signature in its address, and the hub signs a new one at the next try. */
    private boolean isOfHub(Answer answer) {
        return Redirect.isSameOrigin(answer.from(), options.endpoint())
                || answer.header("X-Error-Code").isPresent();
    }

    /**
     * Waits for the head of an answer. The client's own future is not it: it fails when the connection breaks soon after
     * the head, and what came until then would be lost.
     */
    private Answer send(URI uri, long from) throws IOException, InterruptedException {
        CompletableFuture<Answer> head = new CompletableFuture<>();
        CompletableFuture<?> whole = http.sendAsync(request(uri, from), info -> {
                    Body body = new Body(options.idleTimeout());
                    head.complete(new Answer(uri, info.statusCode(), info.headers(), body));
                    return body;
                })
                .whenComplete((response, failure) -> {
                    if (failure != null) {
                        head.completeExceptionally(failure);
                    }
                });
        try {
            return head.get(options.idleTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException(uri.getHost() + " does not answer");
        } catch (ExecutionException e) {
            throw failure(e);
        } finally {
            if (!head.isDone()) {
                whole.cancel(true);
            }
        }
    }

    private static IOException failure(Throwable wrapped) {
        Throwable cause = wrapped.getCause();
        if (cause instanceof CompletionException) {
            return failure(cause);
        }
        return cause instanceof IOException failure ? failure : new IOException(cause);
    }

    private HttpRequest request(URI uri, long from) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).header("User-Agent", "dramatis").header("Accept-Encoding", "identity");
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
        }
        if (Redirect.isSameOrigin(uri, options.endpoint())) {
            token.ifPresent(it -> request.header("Authorization", "Bearer " + it.secret()));
        }
        return request.build();
    }
}
