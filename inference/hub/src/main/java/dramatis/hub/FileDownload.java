package dramatis.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings one file: goes on after breaks, checks it, and tries once more where it is wrong. */
final class FileDownload {
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-\\d+/(\\d{1,18}|\\*)");

    private final HubClient client;
    private final String path;
    private final RemoteFile file;
    private final Patience patience;
    private final Tally tally;

    FileDownload(HubClient client, String path, RemoteFile file, Patience patience, Tally tally) {
        this.client = client;
        this.path = path;
        this.file = file;
        this.patience = patience;
        this.tally = tally;
    }

    /**
     * Fills the part.
     *
     * @return whether its checksum is right; where it is not, the part is empty again
     * @throws IOException where the hub cannot be asked any more
     */
    boolean into(Part part) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 2; attempt++) {
            if (!part.isFull()) {
                patience.until(() -> fill(part));
            }
            if (part.isIntact()) {
                return true;
            }
            restart(part);
        }
        return false;
    }

    private Part fill(Part part) throws IOException, InterruptedException {
        try (Answer answer = client.get(path, part.size())) {
            take(answer, part);
        }
        return part;
    }

    private void take(Answer answer, Part part) throws IOException, InterruptedException {
        if (isAnother(answer)) {
            throw new IOException(answer.from().getHost() + " sent something else");
        }
        if (!continues(answer, part)) {
            restart(part);
            if (answer.status() != 200) {
                throw new IOException("the server sent another part than the one it was asked for");
            }
        }
        Body body = answer.body();
        while (!part.isFull()) {
            Optional<List<ByteBuffer>> bytes = body.next();
            if (bytes.isEmpty()) {
                throw new IOException("the connection ended too early");
            }
            tally.add(part.append(bytes.get()));
            patience.progressed();
        }
    }

    /** A page that asks to sign in to a network, say: no reason to throw away what is there. */
    private boolean isAnother(Answer answer) {
        OptionalLong length = answer.headers().firstValueAsLong("Content-Length");
        return answer.status() == 200 && length.isPresent() && length.getAsLong() != file.size();
    }

    /** Whether the answer begins where the part ends. */
    private boolean continues(Answer answer, Part part) {
        if (answer.status() != 206) {
            return answer.status() == 200 && part.size() == 0;
        }
        Matcher range = CONTENT_RANGE.matcher(answer.header("Content-Range").orElse(""));
        return range.matches()
                && Long.parseLong(range.group(1)) == part.size()
                && (range.group(2).equals("*") || Long.parseLong(range.group(2)) == file.size());
    }

    private void restart(Part part) {
        tally.add(-part.size());
        part.restart();
    }
}
