package dramatis.hub;

import static dramatis.hub.HubTrial.bytes;
import static dramatis.hub.HubTrial.index;
import static dramatis.hub.HubTrial.with;
import static dramatis.testkit.HubServerFile.large;
import static dramatis.testkit.HubServerFile.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dramatis.testkit.HubServerFault.Text;
import dramatis.testkit.HubServerFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories that are not downloaded, and why. */
class CheckpointFilesTest {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pytorch_model.bin",
                "consolidated.00.pth",
                "model.pt",
                "model.ckpt",
                "tiny-Q4_K_M.gguf",
                "adapter_model.bin"
            })
    void fetch_noSafetensors_saysThatOnlyTheseAreRead(String weights) {
        trial.server.publish("acme/tiny", "main", with(large(weights, bytes(10))));

        assertRefused("acme/tiny has no model.safetensors", "(it has " + weights + ")", "only weights in safetensors");
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "tokenizer.json"})
    void fetch_needfulFileMissing_isRefusedBeforeTheWeightsCome(String missing) {
        trial.server.publish(
                "acme/tiny",
                "main",
                Stream.of(HubTrial.checkpoint())
                        .filter(it -> !it.name().equals(missing))
                        .toArray(HubServerFile[]::new));

        assertRefused("acme/tiny has no " + missing);
        assertThat(trial.server.servedBytes()).isLessThan(2000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../../evil.safetensors",
                "/etc/evil.safetensors",
                "..\\evil.safetensors",
                "a/../../evil.safetensors",
                ".hidden.safetensors",
                "C:evil.safetensors",
                "a//evil.safetensors",
                "evil?x.safetensors",
                ""
            })
    void fetch_nameThatLeavesTheFolder_isRefused(String name) throws IOException {
        trial.server.publish(
                "acme/tiny",
                "main",
                with(index("good.safetensors", name), large(name, bytes(10)), large("good.safetensors", bytes(10))));

        assertRefused("names a file outside of its folder");
        try (Stream<Path> all = Files.walk(home)) {
            assertThat(all.filter(it -> it.toString().contains("evil"))).isEmpty();
        }
        assertThat(trial.server.contentRequests("good.safetensors")).isEmpty();
    }

    @Test
    void fetch_indexNamesAFileThatIsNotThere_isRefused() {
        trial.server.publish(
                "acme/tiny", "main", with(index("a.safetensors", "b.safetensors"), large("a.safetensors", bytes(10))));

        assertRefused("acme/tiny has no b.safetensors", "index.json names");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"weight_map\": {}}", "{}", "[]", "{\"weight_map\": ", ""})
    void fetch_damagedIndex_isRefused(String json) {
        trial.server.publish("acme/tiny", "main", with(small("model.safetensors.index.json", json)));

        assertRefused("model.safetensors.index.json of acme/tiny", "damaged");
    }

    @Test
    void fetch_listingWithoutChecksums_asksWhetherThisIsAHub() {
        trial.server.publish("acme/tiny", "main", HubTrial.checkpoint());
        trial.server.onListing(new Text("""
                        {"sha": "%s", "siblings": [{"rfilename": "config.json"}, {"rfilename": "tokenizer.json"},
                        {"rfilename": "model.safetensors", "size": 4, "blobId": "../../x"}]}
                        """.formatted("0123456789".repeat(4))));

        assertRefused("does not say the size and the checksum of config.json", "HF_ENDPOINT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html>Sign in to the network</html>", "", "{}", "[]", "{\"sha\": \"../../etc\"}", "{\"sha\""})
    void fetch_noListing_asksWhetherThisIsAHub(String text) {
        trial.server.publish("acme/tiny", "main", HubTrial.checkpoint());
        trial.server.onListing(new Text(text));

        assertRefused("does not answer as a hub does", "HF_ENDPOINT");
    }

    @Test
    void fetch_anotherCommitThanTheOneAskedFor_isRefused() {
        trial.server.publish("acme/tiny", "main", HubTrial.checkpoint());
        HubId exact = new HubId("acme", "tiny", trial.server.publish("acme/tiny", "main", HubTrial.checkpoint()));
        trial.server.onListing(new Text("{\"sha\": \"" + "0".repeat(40) + "\", \"siblings\": []}"));

        assertThatThrownBy(() -> trial.cache().fetch(exact, trial.progress))
                .isInstanceOf(HubException.class)
                .hasMessageContaining("names no such commit");
    }

    private void assertRefused(String... parts) {
        assertThatThrownBy(trial::fetch).isInstanceOf(HubException.class).hasMessageContainingAll(parts);
        assertThat(trial.cache().find(HubTrial.ID)).isEmpty();
    }
}
