package dramatis.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubOptionsTest {
    @TempDir
    private Path home;

    @Test
    void of_home_hasTheHubsOwnDefaults() {
        HubOptions options = HubOptions.of(home);

        assertThat(options.cache()).isEqualTo(home.resolve("hub"));
        assertThat(options.endpoint()).hasToString("https://huggingface.co");
        assertThat(options.token()).isEmpty();
        assertThat(options.connectTimeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(options.idleTimeout()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void defaultHome_isThatOfTheHubsOwnTools() {
        assertThat(HubOptions.defaultHome(home)).isEqualTo(home.resolve(".cache/huggingface"));
    }

    @Test
    void with_eachValue_changesIt() {
        HubOptions options = HubOptions.of(home)
                .withCache(home.resolve("elsewhere"))
                .withEndpoint("http://127.0.0.1:1/mirror//")
                .withToken(" hf_secret\n")
                .withTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(2));

        assertThat(options.home()).isEqualTo(home);
        assertThat(options.cache()).isEqualTo(home.resolve("elsewhere"));
        assertThat(options.endpoint()).hasToString("http://127.0.0.1:1/mirror");
        assertThat(options.token()).contains("hf_secret");
        assertThat(options.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(options.idleTimeout()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void withToken_blank_isNone() {
        assertThat(HubOptions.of(home).withToken(" \n").token()).isEmpty();
    }

    @Test
    void toString_hidesTheToken() {
        assertThat(HubOptions.of(home).withToken("hf_secret").toString())
                .contains("token=…")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "huggingface.co",
                "ftp://huggingface.co",
                "https://",
                "https:///x",
                "https://me:secret@host",
                "https://host?secret",
                "https://host#secret",
                "https://ho st/secret",
                ""
            })
    void withEndpoint_noPlainAddress_isRefusedWithoutRepeatingIt(String address) {
        HubOptions options = HubOptions.of(home);

        assertThatThrownBy(() -> options.withEndpoint(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageContaining("https://host/path")
                .hasMessageNotContaining("secret");
    }
}
