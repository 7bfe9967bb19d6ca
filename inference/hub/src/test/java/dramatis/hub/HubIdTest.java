package dramatis.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubIdTest {
    @Test
    void parse_id_isOfMain() {
        assertThat(HubId.parse("Qwen/Qwen3-0.6B")).contains(new HubId("Qwen", "Qwen3-0.6B", "main"));
    }

    @Test
    void parse_idWithRevision_keepsIt() {
        assertThat(HubId.parse("acme/tiny@refs/pr/1")).contains(new HubId("acme", "tiny", "refs/pr/1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "understudy",
                "",
                "/",
                "a/",
                "/b",
                "a/b/c",
                "../b",
                "a/..",
                "./b",
                "a/.b",
                "a/b.",
                "a--b/c",
                "a/b--c",
                "a/b..c",
                "a/b.git",
                "a\\b/c",
                "a b/c",
                "C:/models",
                "a/b@",
                "a/b@../c",
                "a/b@x/../c",
                "a/b@/c",
                "a/b@.c",
                "a/b@c\\d",
                "a/b@c:d"
            })
    void parse_anythingElse_isEmpty(String text) {
        assertThat(HubId.parse(text)).isEmpty();
    }

    @Test
    void constructor_badPart_isRefused() {
        assertThatThrownBy(() -> new HubId("..", "tiny", "main")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void toString_isWhatPeopleWrite() {
        assertThat(new HubId("acme", "tiny", "main")).hasToString("acme/tiny");
        assertThat(new HubId("acme", "tiny", "v1")).hasToString("acme/tiny@v1");
    }
}
