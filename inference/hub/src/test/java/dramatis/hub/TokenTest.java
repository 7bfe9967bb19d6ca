package dramatis.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenTest {
    @TempDir
    private Path home;

    @Test
    void of_givenToken_comesBeforeTheFile() throws IOException {
        Files.writeString(home.resolve("token"), "hf_file");

        assertThat(Token.of(HubOptions.of(home).withToken("hf_given"))).contains(new Token("hf_given", "HF_TOKEN"));
        assertThat(Token.of(HubOptions.of(home)))
                .contains(new Token("hf_file", home.resolve("token").toString()));
    }

    @Test
    void of_noTokenAnywhere_isEmpty() throws IOException {
        assertThat(Token.of(HubOptions.of(home))).isEmpty();
        Files.writeString(home.resolve("token"), "\n");
        assertThat(Token.of(HubOptions.of(home))).isEmpty();
    }

    @Test
    void toString_hidesIt() {
        assertThat(new Token("hf_secret", "HF_TOKEN").toString()).doesNotContain("secret");
    }
}
