package dramatis.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dramatis.testkit.HubServerFault;
import dramatis.testkit.HubServerFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {
    private static final URI HUB = URI.create("https://hub.example/mirror/acme/tiny/resolve/main/a.json");

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({
        "/api/x?y=z, https://hub.example/api/x?y=z",
        "b.json, https://hub.example/mirror/acme/tiny/resolve/main/b.json",
        "../b.json, https://hub.example/mirror/acme/tiny/resolve/b.json",
        "//cdn.example/x, https://cdn.example/x",
        "HTTPS://cdn.example/x, HTTPS://cdn.example/x",
        "https://cdn.example:8443/x?sig=%2F%3D, https://cdn.example:8443/x?sig=%2F%3D"
    })
    void target_location_isSeenFromWhereItCame(String location, String target) throws IOException {
        assertThat(Redirect.target(HUB, Optional.of(location))).hasToString(target);
    }

    @Test
    void target_fromHttpsToHttp_isRefusedWithTheHostsOnly() {
        assertThatThrownBy(() -> Redirect.target(HUB, Optional.of("http://cdn.example/x?signature=secret")))
                .isInstanceOf(HubException.class)
                .hasMessageContainingAll("hub.example leads from https to plain http at cdn.example")
                .hasMessageNotContaining("secret");
    }

    @Test
    void target_fromHttpToHttps_isFollowed() throws IOException {
        assertThat(Redirect.target(URI.create("http://hub.example/x"), Optional.of("https://hub.example/x")))
                .hasScheme("https");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ftp://cdn.example/secret",
                "file:///etc/secret",
                "mailto:secret",
                "https:///secret",
                "ht tp://secret"
            })
    void target_noWebAddress_isRefusedWithoutRepeatingIt(String location) {
        assertThatThrownBy(() -> Redirect.target(HUB, Optional.of(location)))
                .isInstanceOf(IOException.class)
                .hasNoCause()
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "https://hub.example, https://HUB.example:443/x, true",
        "http://hub.example/x, http://hub.example:80/y, true",
        "https://hub.example, https://cdn.hub.example, false",
        "https://hub.example, https://hub.example:8443, false",
        "http://hub.example, https://hub.example, false",
        "http://127.0.0.1:80, http://localhost:80, false"
    })
    void isSameOrigin_schemeHostAndPort_decide(URI one, URI other, boolean same) {
        assertThat(Redirect.isSameOrigin(one, other)).isEqualTo(same);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void fetch_modelThatMoved_isFollowed(int code) {
        try (HubTrial trial = new HubTrial(home)) {
            HubServerFile[] files = HubTrial.checkpoint();
            trial.server.publish("acme/renamed", "main", files);
            trial.server.publish("acme/tiny", "main", files);
            trial.server.onListing(new HubServerFault.Status(
                    code, Map.of("Location", "/api/models/acme/renamed/revision/main?blobs=true")));

            assertThat(trial.fetch()).isDirectory();
            assertThat(trial.server.requests().get(1).path()).startsWith("/api/models/acme/renamed/");
        }
    }

    @Test
    void fetch_redirectsForEver_endsSoon() {
        try (HubTrial trial = new HubTrial(home)) {
            trial.server.publish("acme/tiny", "main", HubTrial.checkpoint());
            HubServerFault.Status again = new HubServerFault.Status(
                    302, Map.of("Location", "/api/models/acme/tiny/revision/main?blobs=true&token=secret"));
            trial.server.onListing(Collections.nCopies(100, again).toArray(HubServerFault[]::new));

            assertThatThrownBy(trial::fetch)
                    .isInstanceOf(HubException.class)
                    .hasMessageContaining("redirects for ever")
                    .hasMessageNotContaining("secret");
            assertThat(trial.server.requests()).hasSize(33);
        }
    }
}
