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
        public long usableBytes(Path directory) throws IOException {
            return Files.getFileStore(directory).getUsableSpace();
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

    long usableBytes(Path directory) throws IOException;

    /** A channel that writes behind the file's last byte; the file is created where it is missing. */
    WritableByteChannel append(Path file) throws IOException;

    /**
     * Makes a symbolic link.
     *
     * @throws UnsupportedOperationException where there are none, or an IOException where they are not permitted
     */
    void symlink(Path link, Path target) throws IOException;
}
