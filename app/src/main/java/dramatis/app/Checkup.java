package dramatis.app;

import static java.util.Objects.requireNonNull;

import ai.djl.util.Utils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks whether all is in place for the program to run with its settings. Changes nothing. */
final class Checkup {
    private static final long MEBIBYTE = 1 << 20;
    private static final long ROOM = 1024;

    private final Settings settings;

    Checkup(Settings settings) {
        this.settings = requireNonNull(settings, "settings");
    }

    /** What it runs on. */
    static List<Finding> machine() {
        var runtime = Runtime.getRuntime();
        var machine = "Java %s on %s %s, %d cores, up to %d MiB of heap"
                .formatted(
                        Runtime.version(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        runtime.availableProcessors(),
                        runtime.maxMemory() / MEBIBYTE);
        return List.of(Finding.ok(machine), natives());
    }

    private static Finding natives() {
        var folder = Utils.getCacheDir();
        var nearest = nearest(folder);
        return Files.isWritable(nearest)
                ? Finding.ok("native libraries are unpacked in " + folder)
                : Finding.error(
                        "native libraries cannot be unpacked in " + folder,
                        "make it writable, or set DJL_CACHE_DIR to a folder that is");
    }

    /** Who can be played. */
    List<Finding> characters() {
        var catalog = Cast.of(settings);
        var findings = new ArrayList<Finding>();
        findings.add(Finding.ok(catalog.list().size() + " characters"));
        catalog.problems().forEach(problem -> findings.add(Finding.error(problem.toString(), "")));
        var first = settings.characters().first();
        if (catalog.closest(first).found().isEmpty()) {
            findings.add(Finding.error(
                    "CHARACTER=" + first + " is nobody's id", "dramatis characters list shows who there is"));
        }
        return findings;
    }

    /** What is kept. */
    List<Finding> data() {
        var folder = settings.data().directory();
        var nearest = nearest(folder);
        if (!Files.isDirectory(nearest) || !Files.isWritable(nearest)) {
            return List.of(Finding.error(
                    "the data folder " + folder + " cannot be written", "name another with DATA_DIR or --data"));
        }
        var findings = new ArrayList<Finding>();
        findings.add(holder(folder)
                .map(pid -> Finding.warning(
                        "the data folder " + folder + " is in use by process " + pid,
                        "a second Dramatis on it will not start"))
                .orElseGet(() -> Finding.ok("the data folder " + folder + " can be used")));
        room(nearest).ifPresent(findings::add);
        return findings;
    }

    private static Optional<Finding> room(Path folder) {
        try {
            var room = Files.getFileStore(folder).getUsableSpace() / MEBIBYTE;
            return room < ROOM
                    ? Optional.of(
                            Finding.warning("only " + room + " MiB are left on the disk of " + folder, "make room"))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The process that stands in the folder's pid file, if it runs. */
    private static Optional<Long> holder(Path folder) {
        try {
            var pid = Long.parseLong(
                    Files.readString(folder.resolve("dramatis.pid")).strip());
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(ProcessHandle::pid);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Path nearest(Path folder) {
        return Stream.iterate(folder.toAbsolutePath(), path -> path != null, Path::getParent)
                .filter(Files::exists)
                .findFirst()
                .orElse(folder);
    }
}
