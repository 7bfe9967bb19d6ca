package dramatis.discord;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;

/**
 * Requests that are waited for, for as long as Discord's limits ask; all that wait are let go at the end. Safe for use
 * by many threads, never on one of JDA's.
 */
final class Calls implements AutoCloseable {
    private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Asks and waits.
     *
     * @throws ErrorResponseException where Discord refuses, or nothing is known: see {@link #unknown}
     * @throws CancellationException where this is closed meanwhile
     */
    <T> T get(RestAction<T> action) {
        CompletableFuture<T> answer = action.submit();
        Runnable cancel = () -> answer.cancel(true);
        waiting.add(cancel);
        try {
            if (closed) {
                answer.cancel(true);
            }
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new DiscordException("a request to Discord failed", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } finally {
            waiting.remove(cancel);
        }
    }

    /** As above; empty where the thing that is asked about is not there. */
    <T> Optional<T> find(RestAction<T> action, ErrorResponse... absences) {
        try {
            return Optional.of(get(action));
        } catch (ErrorResponseException e) {
            if (is(e, absences)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Whether Discord answered with one of these. */
    static boolean is(RuntimeException e, ErrorResponse... responses) {
        return e instanceof ErrorResponseException response && Set.of(responses).contains(response.getErrorResponse());
    }

    /** Whether what was asked for may be done or not: no answer came, or one that does not say. */
    static boolean unknown(RuntimeException e) {
        if (e instanceof ErrorResponseException response) {
            int status = response.getResponse().code;
            return status < 400 || status >= 500;
        }
        return e instanceof CancellationException;
    }

    /** Whether trying again now can help. */
    static boolean passing(RuntimeException e) {
        return e instanceof ErrorResponseException && unknown(e);
    }

    @Override
    public void close() {
        closed = true;
        waiting.forEach(Runnable::run);
    }
}
