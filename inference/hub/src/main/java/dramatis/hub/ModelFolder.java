package dramatis.hub;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The folder of one model in a cache, as huggingface_hub lays it out:
 *
 * <pre>
 * models--ORG--NAME/
 *   refs/main                        the commit that main was
 *   blobs/CHECKSUM                   contents
 *   snapshots/COMMIT/config.json     a relative link to ../../blobs/CHECKSUM, or the content itself
 *   .no_exist/COMMIT/NAME            an empty file: the commit has no file of that name
 * </pre>
 */
final class ModelFolder {
    private final Path cache;
    private final String name;
    private final Disk disk;

    ModelFolder(Path cache, HubId id, Disk disk) {
        this.cache = cache;
        this.name = "models--" + id.organisation() + "--" + id.name();
        this.disk = disk;
    }

    Path path() {
        return cache.resolve(name);
    }

    Path lockFile() {
        return cache.resolve(".locks").resolve(name).resolve("dramatis.lock");
    }

    /** The complete snapshot of a branch, a tag or a commit, by what the cache knows. */
    Optional<Path> find(String revision) {
        return commit(revision)
                .filter(it -> Snapshot.isComplete(snapshot(it), absent(it)))
                .map(this::snapshot);
    }

    private Optional<String> commit(String revision) {
        if (Listing.isCommit(revision)) {
            return Optional.of(revision);
        }
        try {
            return Optional.of(Files.readString(ref(revision)).strip()).filter(Listing::isCommit);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    Path blob(RemoteFile file) {
        return path().resolve("blobs").resolve(file.checksum().hex());
    }

    /** Has a name of its own: another program's download of the same file may be on the way, under other locks. */
    Path part(RemoteFile file) {
        return blob(file).resolveSibling(file.checksum().hex() + ".dramatis.incomplete");
    }

    /** Where the whole content of a file is, in the snapshot or beside it. */
    Optional<Path> content(String commit, RemoteFile file) {
        return List.of(pointer(commit, file), blob(file)).stream()
                .filter(it -> isWhole(it, file))
                .findFirst();
    }

    /** Makes the snapshot of contents that are all there: config.json comes last, and what revision it is behind it. */
    Path publish(String revision, String commit, List<RemoteFile> files) throws IOException {
        List<RemoteFile> order = files.stream()
                .sorted(Comparator.comparing(it -> it.name().equals(CheckpointFiles.CONFIG)))
                .toList();
        for (int i = 0; i < order.size(); i++) {
            place(commit, order.get(i), order.subList(i + 1, order.size()));
        }
        if (!revision.equals(commit)) {
            write(ref(revision), commit);
        }
        return snapshot(commit);
    }

    /** Notes that a commit has no such file. */
    void markAbsent(String commit, String file) throws IOException {
        write(absent(commit).resolve(file), "");
    }

    private void place(String commit, RemoteFile file, List<RemoteFile> later) throws IOException {
        Path pointer = pointer(commit, file);
        Path blob = blob(file);
        if (isWhole(pointer, file)) {
            return;
        }
        Path folder = Files.createDirectories(folderOf(pointer));
        Files.deleteIfExists(pointer);
        try {
            disk.symlink(pointer, folder.relativize(blob));
        } catch (UnsupportedOperationException | FileSystemException e) {
            if (later.stream().anyMatch(it -> it.checksum().equals(file.checksum()))) {
                Files.copy(blob, pointer);
            } else {
                Files.move(blob, pointer);
            }
        }
    }

    private static boolean isWhole(Path path, RemoteFile file) {
        try {
            return Files.isRegularFile(path) && Files.size(path) == file.size();
        } catch (IOException e) {
            return false;
        }
    }

    /** Readers see the old text or the new one. */
    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(folderOf(file));
        Path fresh = file.resolveSibling(file.getFileName() + ".dramatis.tmp");
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path folderOf(Path file) {
        return requireNonNull(file.getParent(), "parent");
    }

    private Path pointer(String commit, RemoteFile file) {
        return snapshot(commit).resolve(file.name());
    }

    private Path snapshot(String commit) {
        return path().resolve("snapshots").resolve(commit);
    }

    private Path absent(String commit) {
        return path().resolve(".no_exist").resolve(commit);
    }

    private Path ref(String revision) {
        return path().resolve("refs").resolve(revision);
    }
}
