package dramatis.hub;

import static java.util.Objects.requireNonNull;

import dramatis.hub.Download.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cache of models that the hub's own tools use as well: what is in it is played, what is not is downloaded into it.
 * For any thread; processes and threads that want the same model wait for each other.
 */
public final class HubCache {
    private static final Logger log = LoggerFactory.getLogger(HubCache.class);

    private final HubOptions options;
    private final Surroundings surroundings;

    HubCache(Surroundings surroundings) {
        this.options = surroundings.options();
        this.surroundings = surroundings;
    }

    public static HubCache of(HubOptions options) {
        return new HubCache(new Surroundings(requireNonNull(options, "options"), Disk.REAL, Pause.SLEEP));
    }

    /** The directory of the model's checkpoint, if the cache has all of it. Reads the disk only. */
    public Optional<Path> find(HubId id) {
        return model(id).find(id.revision());
    }

    /** The model's own folder in the cache, whether it is there or not: what can be copied from another machine. */
    public Path folder(HubId id) {
        return model(id).path();
    }

    /**
     * The directory of the model's checkpoint. What the cache has complete is used without asking the hub; otherwise what
     * is missing is downloaded, going on where an earlier run stopped. Blocks, for hours perhaps; an interrupt ends it.
     *
     * @throws HubException with a sentence for people, where there is nothing to play
     */
    public Path fetch(HubId id, Progress progress) {
        requireNonNull(progress, "progress");
        Optional<Path> there = find(id);
        if (there.isPresent()) {
            log.info("{} is used as it is in {}", id, there.get());
            return there.get();
        }
        try {
            return download(id, progress);
        } catch (IOException e) {
            throw refusals(id).unwritable(e, 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refusals(id).stopped(e);
        }
    }

    private Path download(HubId id, Progress progress) throws IOException, InterruptedException {
        ModelFolder folder = model(id);
        Runnable wait = () -> progress.waiting("Another process is downloading " + id + "; waiting for it.");
        return RepositoryLock.holding(folder.lockFile(), wait, () -> {
            Optional<Path> meanwhile = folder.find(id.revision());
            return meanwhile.isPresent() ? meanwhile.get() : new Download(id, folder, surroundings, progress).run();
        });
    }

    private ModelFolder model(HubId id) {
        return new ModelFolder(options.cache(), id, surroundings.disk());
    }

    private Refusals refusals(HubId id) {
        return new Refusals(id, options, Optional.empty());
    }
}
