package dramatis.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A model on a {@link HubServer}: commits, and the revisions that lead to them. */
final class HubServerModel {
    private final String name;
    private final Map<String, List<HubServerFile>> commits = new ConcurrentHashMap<>();
    private final Map<String, String> revisions = new ConcurrentHashMap<>();

    HubServerModel(String name) {
        this.name = name;
    }

    String publish(String revision, List<HubServerFile> files) {
        String commit =
                HubServerFile.small(revision, commits.size() + files.toString()).checksum();
        commits.put(commit, files);
        revisions.put(revision, commit);
        return commit;
    }

    Optional<String> commit(String revision) {
        return commits.containsKey(revision) ? Optional.of(revision) : Optional.ofNullable(revisions.get(revision));
    }

    Optional<HubServerFile> file(String revision, String file) {
        return commit(revision)
                .flatMap(commit -> files(commit).stream()
                        .filter(it -> it.name().equals(file))
                        .findFirst());
    }

    private List<HubServerFile> files(String commit) {
        return commits.getOrDefault(commit, List.of());
    }

    /** As {@code GET /api/models/ORG/NAME/revision/REVISION?blobs=true} has it. */
    String listing(String commit) {
        return files(commit).stream()
                .map(it -> "{\"rfilename\":" + quoted(it.name()) + ",\"size\":" + it.size() + ",\"blobId\":\""
                        + blobId(it) + "\""
                        + (it.large() ? ",\"lfs\":" + lfs("sha256", it) : "") + "}")
                .collect(Collectors.joining(
                        ",",
                        "{\"id\":\"" + name + "\",\"sha\":\"" + commit + "\",\"gated\":false,\"siblings\":[",
                        "]}"));
    }

    /** As {@code GET /api/models/ORG/NAME/tree/REVISION?recursive=true} has it. */
    String tree(String commit) {
        return files(commit).stream()
                .map(it -> "{\"type\":\"file\",\"path\":" + quoted(it.name()) + ",\"size\":" + it.size() + ",\"oid\":\""
                        + blobId(it) + "\""
                        + (it.large() ? ",\"lfs\":" + lfs("oid", it) : "") + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String lfs(String checksumName, HubServerFile file) {
        return "{\"" + checksumName + "\":\"" + file.checksum() + "\",\"size\":" + file.size()
                + ",\"pointerSize\":134}";
    }

    /** That of a large file is its pointer's. */
    private static String blobId(HubServerFile file) {
        return file.large() ? HubServerFile.small(file.name(), file.checksum()).checksum() : file.checksum();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
