package dramatis.characters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dramatis.persona.Scene;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SceneFileTest {
    /** Beside the repository, where somebody has the CoSER test set. */
    private static final Path COSER = Path.of("../../shared/scenes/coser_scenes.json");

    @Test
    void read_sample_isWhatStandsInIt() throws IOException {
        List<Scene> scenes = SceneFile.read("sample", sample());
        assertThat(scenes).hasSize(3);
        Scene first = scenes.get(0);
        assertThat(first.book()).isEqualTo("The Lamp Room");
        assertThat(first.topic()).isEqualTo("Who let the lamp go out");
        assertThat(first.scenario()).isEqualTo("  Night. A lighthouse, rain on the panes.\n\nThe lamp is out.  ");
        assertThat(first.profiles().keySet()).containsExactly("Zacharias Pym", "Ada O'Dowd", "灯塔猫");
        assertThat(first.profiles()).containsEntry("Ada O'Dowd", " She tends the lamp.\t");
        assertThat(first.thoughts()).isEqualTo(Map.of("Zacharias Pym", "I slept. \"Slept\"!", "Ada O'Dowd", ""));
        assertThat(first.motivations()).isEqualTo(Map.of("Ada O'Dowd", "Keep him out of trouble. 🕯"));
        assertThat(first.descriptions()).isEqualTo(Map.of("Zacharias Pym", "The keeper.", "Inspector", "Unseen."));
        assertThat(first.speakers()).containsExactly("Ada O'Dowd", "Environment", "Zacharias Pym");
    }

    @Test
    void read_missingAndNullFields_areEmpty() throws IOException {
        Scene empty = new Scene("", "", "", Map.of(), Map.of(), Map.of(), Map.of(), List.of());
        assertThat(SceneFile.read("sample", sample()).subList(1, 3)).containsExactly(empty, empty);
        assertThat(read("\uFEFF [ {} ] ")).containsExactly(empty);
        assertThat(read("[]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"book": "x"} | a.json: A scene file is a JSON array of scenes; this begins otherwise.
            "" | a.json: A scene file is a JSON array of scenes; this begins otherwise.
            [{},3] | a.json:1:5: scene 1: This is of type number; it must be an object.
            [{"book": 3}] | a.json:1:2: scene 0, book: This is of type number; it must be a string.
            [{"character_profiles": {"A": ["x"]}}] | a.json:1:2: scene 0, character_profiles.A: This is of type array; it must be a string.
            [{"character_profiles": []}] | a.json:1:2: scene 0, character_profiles: This is of type array; it must be an object.
            [{},{},{"key_characters": [{}, {"name": "A", "thought": 1}]}] | a.json:1:8: scene 2, key_characters[1].thought: This is of type number; it must be a string.
            [{"key_characters": ["A"]}] | a.json:1:2: scene 0, key_characters[0]: This is of type string; it must be an object.
            [{"plot": {"key_characters": {}}}] | a.json:1:2: scene 0, plot.key_characters: This is of type object; it must be an array.
            [{"speaking_characters_w_env": ["A", true]}] | a.json:1:2: scene 0, speaking_characters_w_env[1]: This is of type boolean; it must be a string.
            [{"book": "x}] | a.json:1:15: This is not JSON here; compare it with its source.
            [{}] [] | a.json:1:6: Something follows the array; delete it.
            """)
    void read_wrongFile_saysSceneAndField(String text, String problem) {
        assertThat(catchThrowableOfType(CharacterFileException.class, () -> read(text)))
                .hasMessage(problem);
    }

    /** Two readers of the same file: this one and a plain tree. */
    @Test
    void read_coser_isToTheByteWhatAPlainReaderFinds() throws IOException {
        assumeTrue(Files.exists(COSER), "the CoSER test set is not here");
        JsonNode tree = JsonMapper.shared().readTree(Files.readAllBytes(COSER));
        List<Scene> scenes = SceneFile.read(COSER);
        assertThat(scenes).hasSize(tree.size());
        for (int i = 0; i < scenes.size(); i++) {
            assertThat(scenes.get(i).scenario())
                    .isEqualTo(tree.get(i).get("scenario").stringValue());
            JsonNode profiles = tree.get(i).get("character_profiles");
            assertThat(scenes.get(i).profiles().keySet()).containsExactlyElementsOf(profiles.propertyNames());
            scenes.get(i)
                    .profiles()
                    .forEach((name, text) ->
                            assertThat(text).isEqualTo(profiles.get(name).stringValue()));
            assertThat(scenes.get(i).thoughts())
                    .hasSize(tree.get(i).get("key_characters").size());
        }
    }

    private static List<Scene> read(String text) {
        return SceneFile.read("a.json", text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sample() throws IOException {
        try (InputStream in = Objects.requireNonNull(SceneFileTest.class.getResourceAsStream("scenes.json"))) {
            return in.readAllBytes();
        }
    }
}
