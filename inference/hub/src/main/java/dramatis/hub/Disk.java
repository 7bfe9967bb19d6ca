package dramatis.hub;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a file system may have too little of: room, and links. */
interface Disk {
    Disk REAL = new Disk() {
        @Override
        public long usableBytes(Path directory) {
            // a FileStore would look for the mount point, which is not always to be found in a container
            return directory.toFile().getUsableSpace();
        }

        @Override
        public WritableByteChannel append(Path file) throws IOException {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }

        @Override
        public void symlink(Path link, Path target) throws IOException {
            Files.createSymbolicLink(link, target);
        }
    };

    /** How much can be written there; 0 where nobody knows. */
    long usableBytes(Path directory);

    /** A channel that writes behind the file's last byte; the file is created where it is missing. */
    WritableByteChannel append(Path file) throws IOException;

    /**
     * Makes a symbolic link.
     *
     * @throws UnsupportedOperationException where there are none, or an IOException where they are not permitted
     */
    void symlink(Path link, Path target) throws IOException;
}
