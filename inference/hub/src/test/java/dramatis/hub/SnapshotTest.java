package dramatis.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Caches that other tools made. */
class SnapshotTest {
    private static final String COMMIT = "0123456789".repeat(4);

    @TempDir
    private Path home;

    @Test
    void find_snapshotOfOtherTools_isFound() throws IOException {
        ref("main", COMMIT);
        linked("config.json", "tokenizer.json", "tokenizer_config.json", "model.safetensors");

        assertThat(find("acme/tiny")).contains(snapshot());
    }

    @Test
    void find_copiedFilesInPlaceOfLinks_isFound() throws IOException {
        ref("main", COMMIT);
        for (String name : List.of("config.json", "tokenizer.json", "tokenizer_config.json", "model.safetensors")) {
            write(snapshot().resolve(name), "x");
        }

        assertThat(find("acme/tiny")).contains(snapshot());
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "tokenizer.json", "tokenizer_config.json", "model.safetensors"})
    void find_fileMissing_isNotComplete(String missing) throws IOException {
        ref("main", COMMIT);
        linked("config.json", "tokenizer.json", "tokenizer_config.json", "model.safetensors");
        Files.delete(snapshot().resolve(missing));

        assertThat(find("acme/tiny")).isEmpty();
    }

    @Test
    void find_linkToNothing_isNotComplete() throws IOException {
        ref("main", COMMIT);
        linked("config.json", "tokenizer.json", "tokenizer_config.json", "model.safetensors");
        Files.delete(model().resolve("blobs/blob-of-model.safetensors"));

        assertThat(find("acme/tiny")).isEmpty();
    }

    @Test
    void find_fileKnownNotToExist_isNotMissed() throws IOException {
        ref("main", COMMIT);
        linked("config.json", "tokenizer.json", "model.safetensors");
        assertThat(find("acme/tiny")).isEmpty();

        write(model().resolve(".no_exist").resolve(COMMIT).resolve("tokenizer_config.json"), "");

        assertThat(find("acme/tiny")).contains(snapshot());
    }

    @Test
    void find_shards_areAllNeeded() throws IOException {
        ref("main", COMMIT);
        linked("config.json", "tokenizer.json", "tokenizer_config.json", "a.safetensors");
        write(
                snapshot().resolve("model.safetensors.index.json"),
                "{\"metadata\": {\"total_size\": 9}, \"weight_map\": {\"x\": \"a.safetensors\", \"y\": \"b.safetensors\"}}");
        assertThat(find("acme/tiny")).isEmpty();

        linked("b.safetensors");

        assertThat(find("acme/tiny")).contains(snapshot());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"weight_map\": {}}",
                "no JSON",
                "{\"weight_map\": {\"x\": \"../../../secret\"}}",
                "{\"weight_map\": {\"x\": \"\\u0000\"}}"
            })
    void find_damagedIndex_isNotComplete(String json) throws IOException {
        ref("main", COMMIT);
        linked("config.json", "tokenizer.json", "tokenizer_config.json");
        write(model().resolve("secret"), "x");
        write(snapshot().resolve("model.safetensors.index.json"), json);

        assertThat(find("acme/tiny")).isEmpty();
    }

    @Test
    void find_commitInTheId_needsNoRef() throws IOException {
        linked("config.json", "tokenizer.json", "tokenizer_config.json", "model.safetensors");

        assertThat(find("acme/tiny@" + COMMIT)).contains(snapshot());
        assertThat(find("acme/tiny")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../../../elsewhere", "not a commit"})
    void find_refThatIsNoCommit_isNotFollowed(String text) throws IOException {
        ref("main", text);
        linked("config.json", "tokenizer.json", "tokenizer_config.json", "model.safetensors");

        assertThat(find("acme/tiny")).isEmpty();
    }

    private Optional<Path> find(String id) {
        return HubCache.of(HubOptions.of(home)).find(HubId.parse(id).orElseThrow());
    }

    private Path model() {
        return home.resolve("hub/models--acme--tiny");
    }

    private Path snapshot() {
        return model().resolve("snapshots").resolve(COMMIT);
    }

    private void ref(String name, String text) throws IOException {
        write(model().resolve("refs").resolve(name), text);
    }

    private void linked(String... names) throws IOException {
        Files.createDirectories(snapshot());
        for (String name : names) {
            write(model().resolve("blobs").resolve("blob-of-" + name), name);
            Files.createSymbolicLink(snapshot().resolve(name), Path.of("../../blobs", "blob-of-" + name));
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(UTF_8));
    }
}
