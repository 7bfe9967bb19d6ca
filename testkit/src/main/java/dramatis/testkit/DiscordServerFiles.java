package dramatis.testkit;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The files that were attached, and where they can be fetched. */
final class DiscordServerFiles {
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private volatile String base = "";

    void base(String url) {
        base = url;
    }

    /** Keeps a file, and says where it can be fetched. */
    String keep(String path, byte[] content) {
        files.put(path, content);
        return base + path;
    }

    Optional<byte[]> find(String path) {
        return Optional.ofNullable(files.get(path));
    }
}
