package dramatis.hub;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process, and one thread in it, download a model into a cache. The system takes the lock away from a process
 * that dies, so nothing stale is left; the file stays, because deleting it would let two in.
 */
final class RepositoryLock {
    /** A process must open a lock file once: closing any of its channels gives the lock up for all of them. */
    private static final Map<Path, Semaphore> IN_THIS_PROCESS = new ConcurrentHashMap<>();

    private RepositoryLock() {}

    /** Runs the action when nobody else does; before it has to wait for that, runs the other once. */
    static <T> T holding(Path path, Runnable beforeWait, Attempt<T> action) throws IOException, InterruptedException {
        Semaphore mine = IN_THIS_PROCESS.computeIfAbsent(path, it -> new Semaphore(1));
        if (!mine.tryAcquire()) {
            beforeWait.run();
            mine.acquire();
        }
        try {
            return holdingFile(path, beforeWait, action);
        } catch (FileLockInterruptionException e) {
            throw new InterruptedException();
        } finally {
            mine.release();
        }
    }

    private static <T> T holdingFile(Path path, Runnable beforeWait, Attempt<T> action)
            throws IOException, InterruptedException {
        Files.createDirectories(requireNonNull(path.getParent(), "parent"));
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                beforeWait.run();
                channel.lock();
            }
            return action.run();
        }
    }
}
