package dramatis.hub;

import static dramatis.hub.HubTrial.ID;
import static dramatis.hub.HubTrial.WEIGHTS;
import static dramatis.hub.HubTrial.bytes;
import static dramatis.hub.HubTrial.checkpoint;
import static dramatis.hub.HubTrial.index;
import static dramatis.hub.HubTrial.names;
import static dramatis.hub.HubTrial.with;
import static dramatis.testkit.HubServerFile.large;
import static dramatis.testkit.HubServerFile.small;
import static org.assertj.core.api.Assertions.assertThat;

import dramatis.testkit.HubServer;
import dramatis.testkit.HubServerFile;
import dramatis.testkit.HubServerRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubCacheTest {
    @TempDir
    private Path home;

    private HubTrial trial;

    @BeforeEach
    void start() {
        trial = new HubTrial(home);
    }

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void fetch_emptyCache_makesTheLayoutOfTheHubsOwnTools() throws IOException {
        HubServerFile[] files = checkpoint();
        String commit = trial.server.publish("acme/tiny", "main", files);

        Path snapshot = trial.fetch();

        Path folder = home.resolve("hub/models--acme--tiny");
        assertThat(snapshot).isEqualTo(folder.resolve("snapshots").resolve(commit));
        assertThat(folder.resolve("refs/main")).hasContent(commit);
        for (HubServerFile file : files) {
            assertThat(Files.readSymbolicLink(snapshot.resolve(file.name())))
                    .isEqualTo(Path.of("../../blobs", file.checksum()));
        }
        assertThat(names(folder.resolve("blobs")))
                .containsExactlyElementsOf(
                        Stream.of(files).map(HubServerFile::checksum).sorted().toList());
        assertThat(snapshot.resolve("model.safetensors")).hasBinaryContent(WEIGHTS);
        assertThat(snapshot.resolve("config.json")).hasContent("{\"model_type\": \"qwen3\"}");
    }

    @Test
    void fetch_completeInTheCache_asksNobody() {
        trial.server.publish("acme/tiny", "main", checkpoint());
        Path first = trial.fetch();
        int asked = trial.server.requests().size();
        trial.server.publish("acme/tiny", "main", with(large("model.safetensors", bytes(10))));

        assertThat(trial.fetch()).isEqualTo(first);
        assertThat(trial.cache().find(ID)).contains(first);
        assertThat(trial.server.requests()).hasSize(asked);
    }

    @Test
    void fetch_completeInTheCacheAndNoNetwork_isUsed() {
        trial.server.publish("acme/tiny", "main", checkpoint());
        Path first = trial.fetch();
        trial.server.close();

        assertThat(trial.fetch()).isEqualTo(first);
        assertThat(trial.progress.sentences).isEmpty();
    }

    @Test
    void find_emptyCache_isEmptyAndLeavesNothing() {
        assertThat(trial.cache().find(ID)).isEmpty();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void fetch_repositoryWithMore_bringsTheCheckpointOnly() throws IOException {
        trial.server.publish(
                "acme/tiny",
                "main",
                with(
                        large("model.safetensors", WEIGHTS),
                        small("chat_template.jinja", "{{ x }}"),
                        small("README.md", "# Tiny"),
                        small("vocab.json", "{}"),
                        large("pytorch_model.bin", bytes(10)),
                        large("onnx/model.onnx", bytes(10)),
                        large("model.fp16.safetensors", bytes(10)),
                        small("..\\odd.txt", "unused")));

        assertThat(names(trial.fetch()))
                .containsExactly(
                        "chat_template.jinja",
                        "config.json",
                        "generation_config.json",
                        "model.safetensors",
                        "tokenizer.json",
                        "tokenizer_config.json");
    }

    @Test
    void fetch_index_bringsTheShardsThatItNames() throws IOException {
        trial.server.publish(
                "acme/tiny",
                "main",
                with(
                        index("model-00001-of-00002.safetensors", "more/b.safetensors", "more/b.safetensors"),
                        large("model-00001-of-00002.safetensors", bytes(2000)),
                        large("more/b.safetensors", bytes(3000)),
                        large("model-other.safetensors", bytes(10))));

        Path snapshot = trial.fetch();

        assertThat(snapshot.resolve("model-00001-of-00002.safetensors")).hasBinaryContent(bytes(2000));
        assertThat(snapshot.resolve("more/b.safetensors")).hasBinaryContent(bytes(3000));
        assertThat(Files.readSymbolicLink(snapshot.resolve("more/b.safetensors")))
                .startsWithRaw(Path.of("../../../blobs"));
        assertThat(snapshot.resolve("model-other.safetensors")).doesNotExist();
        assertThat(trial.cache().find(ID)).contains(snapshot);
    }

    @Test
    void fetch_otherRevision_isKeptUnderItsName() {
        trial.server.publish("acme/tiny", "main", checkpoint());
        String commit = trial.server.publish("acme/tiny", "refs/pr/1", with(large("model.safetensors", bytes(7))));

        Path snapshot = trial.cache().fetch(new HubId("acme", "tiny", "refs/pr/1"), trial.progress);

        assertThat(snapshot).hasFileName(commit);
        assertThat(trial.folder().resolve("refs/refs/pr/1")).hasContent(commit);
        assertThat(trial.cache().find(ID)).isEmpty();
    }

    @Test
    void fetch_commit_needsNoName() {
        String commit = trial.server.publish("acme/tiny", "main", checkpoint());
        HubId exact = new HubId("acme", "tiny", commit);

        Path snapshot = trial.cache().fetch(exact, trial.progress);

        assertThat(trial.folder().resolve("refs")).doesNotExist();
        assertThat(trial.cache().find(exact)).contains(snapshot);
    }

    @Test
    void fetch_mainMovedBeforeItWasComplete_bringsTheNewOneAndKeepsWhatIsTheSame() {
        HubServerFile[] first = with(large("model.safetensors", WEIGHTS));
        trial.server.publish("acme/tiny", "main", first);
        Path old = trial.fetch();
        String commit = trial.server.publish(
                "acme/tiny", "main", with(large("model.safetensors", WEIGHTS), small("chat_template.jinja", "new")));
        deleted(old.resolve("tokenizer.json"));
        long before = trial.server.servedBytes();

        Path snapshot = trial.fetch();

        assertThat(snapshot).hasFileName(commit);
        assertThat(trial.folder().resolve("refs/main")).hasContent(commit);
        assertThat(trial.server.contentRequests("model.safetensors")).hasSize(1);
        assertThat(trial.server.servedBytes() - before).isLessThan(5000);
    }

    @Test
    void fetch_noTokenizerConfigOnTheHub_isKnownToBeComplete() {
        HubServerFile[] files = Stream.of(checkpoint())
                .filter(it -> !it.name().equals("tokenizer_config.json"))
                .toArray(HubServerFile[]::new);
        trial.server.publish("acme/tiny", "main", files);

        assertThat(trial.cache().find(ID)).isEmpty();
        Path snapshot = trial.fetch();

        assertThat(trial.cache().find(ID)).contains(snapshot);
    }

    @Test
    void fetch_emptyFile_isWritten() {
        trial.server.publish(
                "acme/tiny", "main", with(large("model.safetensors", WEIGHTS), small("chat_template.jinja", "")));

        assertThat(trial.fetch().resolve("chat_template.jinja")).isEmptyFile();
    }

    @Test
    void fetch_sameContentTwice_isDownloadedOnce() {
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
        assertThat(trial.server.contentRequests("b.safetensors")).isEmpty();
    }

    @Test
    void fetch_mirrorBelowAPath_isAskedThere() {
        try (HubTrial mirror = new HubTrial(home, HubServer.startBelow("/mirrors/hf"))) {
            mirror.options = mirror.options.withEndpoint(mirror.server.endpoint() + "/");
            mirror.server.publish("acme/tiny", "main", checkpoint());

            assertThat(mirror.fetch().resolve("model.safetensors")).hasBinaryContent(WEIGHTS);
            assertThat(mirror.server.requests())
                    .extracting(HubServerRequest::path)
                    .allMatch(it -> it.startsWith("/mirrors/hf/") && !it.contains("//"));
        }
    }

    @Test
    void fetch_download_tellsEveryByte() {
        HubServerFile[] files = checkpoint();
        trial.server.publish("acme/tiny", "main", files);
        long total = Stream.of(files).mapToLong(HubServerFile::size).sum();

        trial.fetch();

        assertThat(trial.progress.doneBefore).isZero();
        assertThat(trial.progress.total).isEqualTo(total);
        assertThat(trial.progress.done).isSorted().endsWith(total);
    }

    private static void deleted(Path file) {
        assertThat(file.toFile().delete()).isTrue();
    }
}
