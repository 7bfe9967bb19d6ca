package dramatis.persistence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dramatis.session.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The folder that keeps everything, held by one process. Who holds it stands in {@code dramatis.pid}; the file's lock,
 * not its being there, is what counts, so that a killed process holds nothing.
 */
final class DataFolder implements AutoCloseable {
    static final String PID_FILE = "dramatis.pid";
    /** Far behind the pid: where locks are mandatory, the pid can still be read. */
    private static final long LOCKED_BYTE = 1 << 20;

    /**
     * The folders that this process holds. A second channel to a locked file must not even be opened here: where locks
     * are POSIX's, closing it would give up the first one's lock.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel pidFile;

    private DataFolder(Path path, FileChannel pidFile) {
        this.path = path;
        this.pidFile = pidFile;
    }

    /** Takes hold of a folder, which is made if it is missing, readable by its owner alone. */
    static DataFolder hold(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        if (path.toString().contains(";")) {
            throw new StoreException("The data folder " + path + " must not have a ';' in its path: name another.");
        }
        try {
            OwnerOnly.createFolders(path);
            return holdOnce(path.toRealPath());
        } catch (IOException e) {
            throw new StoreException(
                    "The data folder " + path + " cannot be made or written: see that this user may.", e);
        }
    }

    private static DataFolder holdOnce(Path path) throws IOException {
        if (!HELD.add(path)) {
            throw inUse(path, Long.toString(ProcessHandle.current().pid()));
        }
        boolean locked = false;
        try {
            DataFolder folder = lock(path);
            locked = true;
            return folder;
        } finally {
            if (!locked) {
                HELD.remove(path);
            }
        }
    }

    private static DataFolder lock(Path path) throws IOException {
        Path file = path.resolve(PID_FILE);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
            channel.close();
            throw inUse(path, Files.readString(file, US_ASCII));
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(US_ASCII)));
        return new DataFolder(path, channel);
    }

    private static StoreException inUse(Path path, String pid) {
        return new StoreException("The data folder " + path + " is in use by process " + pid
                + ": stop that one first, or name another folder.");
    }

    Path path() {
        return path;
    }

    /** Whether nothing is in it yet but the lock. */
    boolean empty() {
        try (Stream<Path> files = Files.list(path)) {
            return files.allMatch(file -> file.endsWith(PID_FILE));
        } catch (IOException e) {
            throw new StoreException("The data folder " + path + " cannot be listed.", e);
        }
    }

    /** Lets go of it. The file stays: taking it away could take it from the next one who holds it. */
    @Override
    public void close() {
        try {
            pidFile.truncate(0);
            pidFile.close();
        } catch (IOException e) {
            throw new StoreException("The data folder " + path + " could not be let go.", e);
        } finally {
            HELD.remove(path);
        }
    }
}
