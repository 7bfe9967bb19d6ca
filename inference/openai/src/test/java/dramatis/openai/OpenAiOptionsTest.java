package dramatis.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiOptionsTest {
    @Test
    void of_defaults() {
        OpenAiOptions options = OpenAiOptions.of(URI.create("http://localhost:8000"));
        assertThat(options.api()).isEqualTo(ModelApi.AUTO);
        assertThat(options.apiKey()).isEmpty();
        assertThat(options.model()).isEmpty();
        assertThat(options.tokenizer()).isEmpty();
        assertThat(options.context()).isEmpty();
        assertThat(options.patience()).hasSeconds(20);
        assertThat(options.timeouts())
                .isEqualTo(new Timeouts(
                        Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofSeconds(30), Duration.ofMinutes(10)));
    }

    @Test
    void toString_hasNoSecret() {
        OpenAiOptions options = OpenAiOptions.of(URI.create("https://bo:hush@host/base?token=hush"))
                .withApiKey("hush")
                .withModel("her");
        assertThat(options.toString()).doesNotContain("hush").contains("https://host/base", "her");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://h:8000",
                "http://h:8000/",
                "http://h:8000/v1",
                "http://h:8000/v1/",
                "http://h:8000//v1//",
                "http://bo:hush@h:8000/v1?a=b"
            })
    void url_everyWayToWriteABase_meansTheSame(String url) {
        assertThat(ServerUrl.of(URI.create(url)).resolve("/v1/models")).hasToString("http://h:8000/v1/models");
        assertThat(ServerUrl.of(URI.create(url))).hasToString("http://h:8000");
    }

    @Test
    void url_pathInFront_stays() {
        assertThat(ServerUrl.of(URI.create("https://h/api/v1")).resolve("/v1/models"))
                .hasToString("https://h/api/v1/models");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8000", "ftp://h", "/v1", "http:///v1"})
    void of_noServersUrl_isRefused(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> OpenAiOptions.of(URI.create(url)));
        assertThatIllegalArgumentException().isThrownBy(() -> OpenAiOptions.of());
    }
}
