package dramatis.persistence;

import static java.util.Objects.requireNonNull;

import dramatis.session.StoreException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs transactions one after another, on a thread of its own. One at a time, no race is left to think about: keys grow
 * in the order of commits. A thread of its own, because an interrupt of a thread that H2 reads or writes on closes the
 * database's file for everybody (java.nio closes an interrupted thread's channel), and callers are interrupted.
 */
final class Transactions implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "dramatis-store");
        thread.setDaemon(true);
        return thread;
    });
    private final Supplier<Statements> opener;
    private Statements statements;
    private long lastUse = System.nanoTime();

    /** @param opener opens a connection: the first one here, by the caller's thread; again when one broke */
    Transactions(Supplier<Statements> opener) {
        this.opener = opener;
        this.statements = opener.get();
    }

    /** Does some work and commits it; waits for it, even if interrupted. What it throws is thrown, and all is undone. */
    <T> T run(Function<Statements, T> work) {
        return onThread(() -> {
            T result = transaction(work);
            lastUse = System.nanoTime();
            return result;
        });
    }

    private <T> T onThread(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, thread).join();
        } catch (CompletionException e) {
            throw asOfHere(e);
        } catch (RejectedExecutionException e) {
            throw new StoreException("The store is closed.", e);
        }
    }

    void change(Consumer<Statements> work) {
        run(done(work));
    }

    private static Function<Statements, Boolean> done(Consumer<Statements> work) {
        return sql -> {
            work.accept(sql);
            return true;
        };
    }

    /**
     * Writes the file anew if that is due and nothing was run for a while; whatever comes meanwhile waits. The file is
     * opened again by the next transaction, whether this worked or not.
     */
    boolean rewrite(Duration quiet, Rewrite rewrite) {
        return onThread(() -> {
            if (System.nanoTime() - lastUse < quiet.toNanos() || !transaction(rewrite::due)) {
                return false;
            }
            transaction(done(rewrite::count));
            statements.close();
            rewrite.write();
            transaction(done(rewrite::done));
            return true;
        });
    }

    private <T> T transaction(Function<Statements, T> work) {
        if (statements.closed()) {
            statements = opener.get();
        }
        try {
            T result = work.apply(statements);
            statements.commit();
            return result;
        } catch (RuntimeException e) {
            statements.rollback(e);
            throw e;
        }
    }

    /** The same failure, with the caller's stack before the store's. */
    private static RuntimeException asOfHere(CompletionException completion) {
        Throwable failure = requireNonNull(completion.getCause());
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof StoreException) {
            return new StoreException(message, failure);
        }
        if (failure instanceof IllegalStateException) {
            return new IllegalStateException(message, failure);
        }
        return new StoreException("The store failed: " + failure.getClass().getSimpleName(), failure);
    }

    /** Lets the transaction that runs come to its end. */
    @Override
    public void close() {
        CompletableFuture<Void> closed = CompletableFuture.runAsync(this::closeStatements, thread);
        thread.shutdown();
        try {
            closed.join();
        } catch (CompletionException e) {
            throw asOfHere(e);
        }
    }

    private void closeStatements() {
        if (!statements.closed()) {
            statements.close();
        }
    }
}
