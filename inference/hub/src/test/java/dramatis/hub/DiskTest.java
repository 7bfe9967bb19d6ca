package dramatis.hub;

import static dramatis.hub.HubTrial.ID;
import static dramatis.hub.HubTrial.WEIGHTS;
import static dramatis.hub.HubTrial.checkpoint;
import static dramatis.hub.HubTrial.index;
import static dramatis.hub.HubTrial.names;
import static dramatis.hub.HubTrial.with;
import static dramatis.testkit.HubServerFile.large;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full or know no links. They are pretended: the real thing was tried by hand. */
class DiskTest {
    @TempDir
    private Path home;

    private HubTrial trial;

    @BeforeEach
    void start() {
        trial = new HubTrial(home);
        trial.server.publish("acme/tiny", "main", checkpoint());
    }

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void fetch_noRoom_saysSoBeforeTheDownload() {
        trial.disk = new LimitedDisk(200_000, Long.MAX_VALUE, true);

        assertThatThrownBy(trial::fetch)
                .isInstanceOf(HubException.class)
                .hasMessageContainingAll(
                        "acme/tiny needs 305.0 kB more in " + home.resolve("hub"), "200.0 kB are free", "HF_HOME");
        assertThat(trial.server.servedBytes()).isLessThan(2000);
    }

    @Test
    void fetch_roomForWhatIsMissing_isEnough() throws IOException {
        Path blobs = Files.createDirectories(trial.folder().resolve("blobs"));
        Files.write(
                blobs.resolve(large("x", WEIGHTS).checksum() + ".dramatis.incomplete"),
                Arrays.copyOf(WEIGHTS, 200_000));
        trial.disk = new LimitedDisk(110_000, Long.MAX_VALUE, true);

        assertThat(trial.fetch().resolve("model.safetensors")).hasBinaryContent(WEIGHTS);
    }

    @Test
    void fetch_roomUnknown_isTried() {
        trial.disk = new LimitedDisk(0, Long.MAX_VALUE, true);

        assertThat(trial.fetch().resolve("model.safetensors")).hasBinaryContent(WEIGHTS);
    }

    @Test
    void fetch_diskThatFillsUp_saysSoAndKeepsWhatCame() throws IOException {
        trial.disk = new LimitedDisk(Long.MAX_VALUE, 150_000, true);

        assertThatThrownBy(trial::fetch)
                .isInstanceOf(HubException.class)
                .hasMessageContainingAll(
                        home.resolve("hub") + " cannot be written to",
                        "are still needed",
                        "No space left on device",
                        "make room, or set HF_HOME",
                        "what has come is kept");
        assertThat(trial.pauses).isEmpty();
        assertThat(trial.partNames()).hasSize(1);

        trial.disk = Disk.REAL;
        assertThat(trial.fetch().resolve("model.safetensors")).hasBinaryContent(WEIGHTS);
        assertThat(trial.server.contentRequests("model.safetensors").get(1).header("Range"))
                .hasValueSatisfying(it -> assertThat(it).matches("bytes=1[0-4]\\d{4}-"));
    }

    @Test
    void fetch_cacheThatCannotBeMade_saysSo() throws IOException {
        Files.writeString(home.resolve("hub"), "a file");

        assertThatThrownBy(trial::fetch)
                .isInstanceOf(HubException.class)
                .hasMessageContainingAll(home.resolve("hub") + " cannot be written to", "HF_HOME");
    }

    @Test
    void fetch_diskWithoutLinks_holdsTheFilesThemselves() throws IOException {
        trial.disk = new LimitedDisk(Long.MAX_VALUE, Long.MAX_VALUE, false);

        Path snapshot = trial.fetch();

        assertThat(snapshot.resolve("model.safetensors")).hasBinaryContent(WEIGHTS);
        assertThat(Files.isSymbolicLink(snapshot.resolve("model.safetensors"))).isFalse();
        assertThat(names(trial.folder().resolve("blobs"))).isEmpty();
        assertThat(trial.cache().find(ID)).contains(snapshot);
    }

    @Test
    void fetch_diskWithoutLinks_bringsAFileThatWasDeletedAndNoOther() throws IOException {
        trial.disk = new LimitedDisk(Long.MAX_VALUE, Long.MAX_VALUE, false);
        Path snapshot = trial.fetch();
        Files.delete(snapshot.resolve("tokenizer.json"));

        trial.fetch();

        assertThat(snapshot.resolve("tokenizer.json")).hasBinaryContent(HubTrial.bytes(5000));
        assertThat(trial.server.contentRequests("tokenizer.json")).hasSize(2);
        assertThat(trial.server.contentRequests("model.safetensors")).hasSize(1);
    }

    @Test
    void fetch_diskWithoutLinks_copiesWhatIsThereTwice() throws IOException {
        trial.disk = new LimitedDisk(Long.MAX_VALUE, Long.MAX_VALUE, false);
        trial.server.publish(
                "acme/tiny",
                "main",
                with(
                        index("a.safetensors", "b.safetensors"),
                        large("a.safetensors", WEIGHTS),
                        large("b.safetensors", WEIGHTS)));

        Path snapshot = trial.fetch();

        assertThat(snapshot.resolve("a.safetensors")).hasBinaryContent(WEIGHTS);
        assertThat(snapshot.resolve("b.safetensors")).hasBinaryContent(WEIGHTS);
        assertThat(names(trial.folder().resolve("blobs"))).isEmpty();
    }

    @Test
    void fetch_linkThatFails_leavesNoConfigToBeFound() {
        trial.disk = new LimitedDisk(Long.MAX_VALUE, Long.MAX_VALUE, true) {
            @Override
            public void symlink(Path link, Path target) throws IOException {
                if (link.endsWith("config.json")) {
                    throw new IOException("no more of them");
                }
                super.symlink(link, target);
            }
        };

        assertThatThrownBy(trial::fetch).isInstanceOf(HubException.class).hasMessageContaining("no more of them");
        assertThat(trial.folder().resolve("refs")).doesNotExist();
        assertThat(trial.folder().resolve("snapshots")).isDirectoryRecursivelyContaining("glob:**/model.safetensors");
    }

    /** A disk with so much room, that can take so many bytes. */
    private static class LimitedDisk implements Disk {
        private final long usable;
        private final long capacity;
        private final boolean links;

        private LimitedDisk(long usable, long capacity, boolean links) {
            this.usable = usable;
            this.capacity = capacity;
            this.links = links;
        }

        @Override
        public long usableBytes(Path directory) {
            return usable;
        }

        @Override
        public WritableByteChannel append(Path file) throws IOException {
            return new LimitedChannel(Disk.REAL.append(file), capacity);
        }

        @Override
        public void symlink(Path link, Path target) throws IOException {
            if (!links) {
                throw new FileSystemException(link.toString(), null, "Operation not permitted");
            }
            Disk.REAL.symlink(link, target);
        }
    }

    private static final class LimitedChannel implements WritableByteChannel {
        private final WritableByteChannel file;
        private long room;

        private LimitedChannel(WritableByteChannel file, long room) {
            this.file = file;
            this.room = room;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            if (bytes.remaining() > room) {
                throw new IOException("No space left on device");
            }
            room -= bytes.remaining();
            return file.write(bytes);
        }

        @Override
        public boolean isOpen() {
            return file.isOpen();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
