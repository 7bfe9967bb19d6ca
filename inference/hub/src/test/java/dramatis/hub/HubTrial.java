package dramatis.hub;

import static dramatis.testkit.HubServerFile.large;
import static dramatis.testkit.HubServerFile.small;

import dramatis.hub.Download.Surroundings;
import dramatis.testkit.HubServer;
import dramatis.testkit.HubServerFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A hub, an empty home, and all that a test wants to know of a download. Pauses are noted and not made. */
final class HubTrial implements AutoCloseable {
    static final HubId ID = HubId.parse("acme/tiny").orElseThrow();
    static final byte[] WEIGHTS = bytes(300_000);

    final HubServer server;
    final RecordedProgress progress = new RecordedProgress();
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    Disk disk = Disk.REAL;
    HubOptions options;

    HubTrial(Path home) {
        this(home, HubServer.start());
    }

    HubTrial(Path home, HubServer server) {
        this.server = server;
        this.options = HubOptions.of(home)
                .withEndpoint(server.endpoint().toString())
                .withTimeouts(Duration.ofSeconds(30), Duration.ofSeconds(30));
    }

    static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    /** A checkpoint with its weights in one file. */
    static HubServerFile[] checkpoint() {
        return with(large("model.safetensors", WEIGHTS));
    }

    /** A checkpoint's small files, and these. */
    static HubServerFile[] with(HubServerFile... more) {
        return Stream.concat(
                        Stream.of(
                                small("config.json", "{\"model_type\": \"qwen3\"}"),
                                small("generation_config.json", "{}"),
                                large("tokenizer.json", bytes(5000)),
                                small("tokenizer_config.json", "{\"chat_template\": \"…\"}")),
                        Stream.of(more))
                .toArray(HubServerFile[]::new);
    }

    static HubServerFile index(String... shards) {
        List<String> entries = new ArrayList<>();
        for (String shard : shards) {
            entries.add("\"layer" + entries.size() + "\": \"" + shard.replace("\\", "\\\\") + "\"");
        }
        return small("model.safetensors.index.json", "{\"weight_map\": {" + String.join(", ", entries) + "}}");
    }

    HubCache cache() {
        return new HubCache(new Surroundings(options, disk, pauses::add));
    }

    Path fetch() {
        return cache().fetch(ID, progress);
    }

    Path folder() {
        return cache().folder(ID);
    }

    List<String> partNames() throws IOException {
        return names(folder().resolve("blobs")).stream()
                .filter(it -> it.endsWith(".incomplete"))
                .toList();
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
