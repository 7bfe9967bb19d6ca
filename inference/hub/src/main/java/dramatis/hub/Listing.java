package dramatis.hub;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What a revision of a model is made of: the hub's answer to {@code GET /api/models/ORG/NAME/revision/REVISION?blobs=true}.
 *
 * @param commit 40 hexadecimal digits
 * @param files by name; empty where the hub does not say how large a file is and what its checksum is
 */
record Listing(String commit, Map<String, Optional<RemoteFile>> files) {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    Listing {
        requireNonNull(commit, "commit");
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    static boolean isCommit(String text) {
        return COMMIT.matcher(text).matches();
    }

    /** Reads an answer; empty where it names no commit. Throws a JacksonException where it is not JSON. */
    static Optional<Listing> parse(byte[] json) {
        Reader reader = new Reader();
        JsonObjects.read(json, reader::property);
        return isCommit(reader.commit) ? Optional.of(new Listing(reader.commit, reader.files)) : Optional.empty();
    }

    Set<String> names() {
        return files.keySet();
    }

    boolean has(String name) {
        return files.containsKey(name);
    }

    private static final class Reader {
        private final Map<String, Optional<RemoteFile>> files = new LinkedHashMap<>();
        private String commit = "";

        private void property(String name, JsonParser value) {
            if (name.equals("sha")) {
                commit = JsonObjects.text(value);
            } else if (name.equals("siblings") && value.currentToken() == JsonToken.START_ARRAY) {
                while (value.nextToken() != JsonToken.END_ARRAY) {
                    Entry entry = new Entry();
                    JsonObjects.each(value, entry::property);
                    files.put(entry.name, entry.file());
                }
            }
        }
    }

    /** A large file's own size and checksum stand in {@code lfs}; {@code blobId} is then that of a pointer to it. */
    private static final class Entry {
        private String name = "";
        private long size = -1;
        private String checksum = "";
        private boolean large;

        private void property(String property, JsonParser value) {
            switch (property) {
                case "rfilename" -> name = JsonObjects.text(value);
                case "size" -> size = large ? size : JsonObjects.number(value);
                case "blobId" -> checksum = large ? checksum : JsonObjects.text(value);
                case "lfs" -> {
                    large = value.currentToken() == JsonToken.START_OBJECT;
                    JsonObjects.each(value, this::largeProperty);
                }
                default -> {}
            }
        }

        private void largeProperty(String property, JsonParser value) {
            switch (property) {
                case "sha256" -> checksum = JsonObjects.text(value);
                case "size" -> size = JsonObjects.number(value);
                default -> {}
            }
        }

        private Optional<RemoteFile> file() {
            return size >= 0 && Checksum.isOne(checksum)
                    ? Optional.of(new RemoteFile(name, size, new Checksum(checksum)))
                    : Optional.empty();
        }
    }
}
