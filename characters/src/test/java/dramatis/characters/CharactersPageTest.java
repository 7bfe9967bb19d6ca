package dramatis.characters;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.persona.Persona;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The page that teaches the format says what the reader does. */
class CharactersPageTest {
    private static final Path PAGE = Path.of("../docs/characters.md");

    @Test
    void example_isReadWithEveryKeyInUse() throws IOException {
        String yaml = Files.readString(PAGE).split("```yaml\n")[1].split("```")[0];
        Persona tobias = CharacterFile.read("page", "tobias", yaml.getBytes(StandardCharsets.UTF_8));
        assertThat(tobias.greetings()).hasSize(3);
        assertThat(yaml.lines().filter(line -> line.matches("[a-z_]+:.*")).map(line -> line.split(":")[0]))
                .containsExactlyElementsOf(Arrays.stream(CharacterKey.values())
                        .map(CharacterKey::key)
                        .toList());
    }

    @Test
    void table_namesEveryKeyWithItsLongestText() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(CharacterKey.values()).allSatisfy(key -> {
            String most = String.format(java.util.Locale.ROOT, "%,d", key.longest());
            assertThat(page.lines().filter(line -> line.startsWith("| `" + key.key() + "` |")))
                    .singleElement()
                    .asString()
                    .containsPattern("\\| (100 of )?" + most + "( characters)? \\|$");
        });
    }
}
