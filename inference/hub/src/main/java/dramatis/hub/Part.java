package dramatis.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;

/**
 * A file that is on its way, hashed as it comes. What an earlier run left is hashed first and gone on from. What the disk
 * does wrong is an UncheckedIOException, so that it is not taken for a break of the connection. For one thread.
 */
final class Part implements AutoCloseable {
    /** Four times slower with a megabyte: too few calls for the compiler to see that they are worth it. */
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path path;
    private final RemoteFile file;
    private final Disk disk;
    private MessageDigest digest;
    private WritableByteChannel channel;
    private long size;

    private Part(Path path, RemoteFile file, Disk disk) throws IOException {
        this.path = path;
        this.file = file;
        this.disk = disk;
        this.digest = file.checksum().digest(file.size());
        this.size = length(path, file);
        if (size == 0) {
            Files.deleteIfExists(path);
        } else {
            hash();
        }
        this.channel = disk.append(path);
    }

    static Part open(Path path, RemoteFile file, Disk disk) {
        try {
            return new Part(path, file, disk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many bytes an earlier run left that can be gone on from. */
    static long length(Path path, RemoteFile file) throws IOException {
        long length = Files.exists(path) ? Files.size(path) : 0;
        return length <= file.size() ? length : 0;
    }

    private void hash() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        try (FileChannel bytes = FileChannel.open(path, StandardOpenOption.READ)) {
            while (bytes.read(buffer) >= 0) {
                digest.update(buffer.flip());
                buffer.clear();
            }
        }
    }

    long size() {
        return size;
    }

    boolean isFull() {
        return size == file.size();
    }

    /** Writes the bytes behind those that are there, up to the size that the file has. Says how many it took. */
    long append(List<ByteBuffer> buffers) {
        long before = size;
        try {
            for (ByteBuffer bytes : buffers) {
                bytes.limit(bytes.position() + (int) Math.min(bytes.remaining(), file.size() - size));
                size += bytes.remaining();
                digest.update(bytes.duplicate());
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return size - before;
    }

    /** Forgets what is there. */
    void restart() {
        try {
            channel.close();
            Files.deleteIfExists(path);
            channel = disk.append(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        digest = file.checksum().digest(file.size());
        size = 0;
    }

    /** Whether the checksum is right. To be asked once, when it is full; then restart or move. */
    boolean isIntact() {
        return file.checksum().matches(digest);
    }

    /** Makes a whole file of it: on the disk for good first, then under its name. */
    void moveTo(Path blob) {
        try {
            channel.close();
            try (FileChannel written = FileChannel.open(path, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(path, blob, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
