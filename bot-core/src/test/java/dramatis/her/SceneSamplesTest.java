package dramatis.her;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dramatis.persona.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prompts made by the reference implementations, where their samples lie beside the repository. */
class SceneSamplesTest {
    private static final Path SAMPLES = Path.of("../../shared/scenes");

    private List<Scene> scenes = List.of();

    @BeforeEach
    void read() throws IOException {
        assumeTrue(Files.isDirectory(SAMPLES), "no samples beside the repository");
        scenes = list(Json.read(Files.readString(SAMPLES.resolve("coser_scenes.json")))).stream()
                .map(s -> scene(object(s)))
                .toList();
    }

    @Test
    void prompts_ofEverySample_areReproducedToTheByte() throws IOException {
        List<Object> samples = list(Json.read(Files.readString(SAMPLES.resolve("prompts/index.json"))));
        assertThat(samples).hasSize(18);
        String index = Files.readString(SAMPLES.resolve("prompts/index.json"));
        String[] numbers = index.split("\"scene\": ");
        for (int i = 0; i < samples.size(); i++) {
            Map<String, Object> sample = object(samples.get(i));
            Scene scene = scenes.get(Integer.parseInt(numbers[i + 1].substring(0, numbers[i + 1].indexOf(','))));
            String character = text(sample, "character");
            String made = text(sample, "style").equals("card")
                    ? ScenePrompt.card(scene, character, text(sample, "user"))
                    : ScenePrompt.scene(scene, character);
            assertThat(made)
                    .as(text(sample, "file"))
                    .isEqualTo(Files.readString(SAMPLES.resolve(text(sample, "file"))));
        }
    }

    private static Scene scene(Map<String, Object> entry) {
        Map<String, String> profiles = new LinkedHashMap<>();
        object(entry.get("character_profiles")).forEach((name, profile) -> profiles.put(name, (String) profile));
        return new Scene(
                text(entry, "book"),
                text(entry, "topic"),
                text(entry, "scenario"),
                profiles,
                byName(entry, "thought"),
                byName(entry, "motivation"),
                byName(object(entry.get("plot")), "description"),
                list(entry.get("speaking_characters_w_env")).stream()
                        .map(String.class::cast)
                        .toList());
    }

    private static Map<String, String> byName(Map<String, Object> parent, String field) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Object entry : list(parent.get("key_characters"))) {
            if (object(entry).containsKey(field)) {
                texts.putIfAbsent(text(object(entry), "name"), text(object(entry), field));
            }
        }
        return texts;
    }

    private static String text(Map<String, Object> object, String field) {
        return (String) object.getOrDefault(field, "");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return value == null ? new ArrayList<>() : (List<Object>) value;
    }
}
