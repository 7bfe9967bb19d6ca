package dramatis.hub;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Brings one model into its folder of the cache. For one thread, which holds the lock. */
final class Download {
    private static final Logger log = LoggerFactory.getLogger(Download.class);

    /** Few, because a machine without a network should be told soon. */
    private static final int LISTING_TRIES = 3;

    private static final int FILE_TRIES = 6;
    private static final int LONGEST_LISTING = 32 << 20;

    private final HubId id;
    private final ModelFolder folder;
    private final Surroundings surroundings;
    private final Progress progress;
    private final Refusals refusals;
    private final HubClient client;
    private Tally tally = new Tally(Progress.silent(), 0, 0);

    /** The machine and the settings. */
    record Surroundings(HubOptions options, Disk disk, Pause pause) {}

    Download(HubId id, ModelFolder folder, Surroundings surroundings, Progress progress) {
        Optional<Token> token = Token.of(surroundings.options());
        this.id = id;
        this.folder = folder;
        this.surroundings = surroundings;
        this.progress = progress;
        this.refusals = new Refusals(id, surroundings.options(), token);
        this.client = new HubClient(surroundings.options(), token, refusals);
    }

    /** Brings what is missing, and makes the snapshot. */
    Path run() throws InterruptedException {
        try {
            Listing listing = listing();
            CheckpointFiles wanted = new CheckpointFiles(id, listing);
            wanted.requirePlayable();
            List<RemoteFile> files = wanted.all(weights(wanted, listing));
            bringAll(files, listing.commit());
            return publish(files, listing);
        } catch (UncheckedIOException e) {
            throw diskFailure(requireNonNull(e.getCause(), "cause"));
        } catch (IOException e) {
            throw diskFailure(e);
        }
    }

    private HubException diskFailure(IOException failure) throws InterruptedException {
        if (failure instanceof ClosedByInterruptException) {
            throw new InterruptedException();
        }
        return refusals.unwritable(failure, tally.total() - tally.done());
    }

    private Listing listing() throws InterruptedException {
        Patience patience = new Patience(LISTING_TRIES, surroundings.pause(), progress);
        try {
            Optional<Listing> listing = patience.until(() -> {
                try (Answer answer = client.get(listingPath(), 0)) {
                    return Listing.parse(answer.body().all(LONGEST_LISTING));
                }
            });
            return listing.filter(this::isAsked).orElseThrow(() -> refusals.noHub("it names no such commit"));
        } catch (JacksonException e) {
            throw refusals.noHub("it sends no JSON");
        } catch (IOException e) {
            throw refusals.offline(e, folder.path());
        }
    }

    private boolean isAsked(Listing listing) {
        return !Listing.isCommit(id.revision()) || listing.commit().equals(id.revision());
    }

    private String listingPath() {
        String revision = id.revision().replace("+", "%2B").replace("/", "%2F");
        return "/api/models/" + id.repository() + "/revision/" + revision + "?blobs=true";
    }

    /** The files that the weights are in; where there is an index, it has to be read for that. */
    private Set<String> weights(CheckpointFiles wanted, Listing listing) throws IOException, InterruptedException {
        Optional<RemoteFile> index = wanted.index();
        if (index.isEmpty()) {
            return Set.of(CheckpointFiles.SINGLE);
        }
        tally = new Tally(
                Progress.silent(),
                present(index.get(), listing.commit()),
                index.get().size());
        bring(index.get(), listing.commit());
        Path content = folder.content(listing.commit(), index.get()).orElseThrow();
        return wanted.shards(content);
    }

    private void bringAll(List<RemoteFile> files, String commit) throws IOException, InterruptedException {
        long total = 0;
        long done = 0;
        for (RemoteFile file : files) {
            total += file.size();
            done += present(file, commit);
        }
        tally = new Tally(progress, done, total);
        requireRoom(total - done);
        log.info("{} comes from {}: {} more", id, surroundings.options().endpoint(), Amount.of(total - done));
        progress.started(id, done, total);
        for (RemoteFile file : files) {
            bring(file, commit);
        }
    }

    private long present(RemoteFile file, String commit) throws IOException {
        return folder.content(commit, file).isPresent() ? file.size() : Part.length(folder.part(file), file);
    }

    private void requireRoom(long missing) throws IOException {
        long usable = surroundings.disk().usableBytes(Files.createDirectories(folder.path()));
        if (usable > 0 && missing > usable) {
            throw refusals.noRoom(missing, usable);
        }
    }

    private void bring(RemoteFile file, String commit) throws IOException, InterruptedException {
        if (folder.content(commit, file).isPresent()) {
            return;
        }
        Path blob = folder.blob(file);
        Files.createDirectories(requireNonNull(blob.getParent(), "parent"));
        String path = "/" + id.repository() + "/resolve/" + commit + "/" + file.name();
        try (Part part = open(file)) {
            if (!fill(part, file, path)) {
                throw refusals.damaged(file);
            }
            part.moveTo(blob);
        }
    }

    private boolean fill(Part part, RemoteFile file, String path) throws InterruptedException {
        Patience patience = new Patience(FILE_TRIES, surroundings.pause(), progress);
        try {
            return new FileDownload(client, path, file, patience, tally).into(part);
        } catch (IOException e) {
            throw refusals.brokeOff(e, tally.done(), tally.total());
        }
    }

    private Part open(RemoteFile file) throws IOException {
        Path path = folder.part(file);
        long there = Part.length(path, file);
        if (there > 0) {
            progress.waiting("Checking " + Amount.of(there) + " that are there of " + file.name() + ".");
        }
        return Part.open(path, file, surroundings.disk());
    }

    private Path publish(List<RemoteFile> files, Listing listing) throws IOException {
        if (!listing.has(CheckpointFiles.TOKENIZER_CONFIG)) {
            folder.markAbsent(listing.commit(), CheckpointFiles.TOKENIZER_CONFIG);
        }
        Path snapshot = folder.publish(id.revision(), listing.commit(), files);
        log.info("{} is complete in {}", id, snapshot);
        return snapshot;
    }
}
