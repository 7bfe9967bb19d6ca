package dramatis.djl;

import dramatis.djl.RandomCheckpoint.RopeForm;
import dramatis.djl.RandomCheckpoint.Shape;
import dramatis.djl.RandomCheckpoint.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** A checkpoint folder that a test may spoil: a small model with a real tokenizer. */
final class ModelFolder {
    static final Shape SMALL =
            new Shape("qwen2", 24, 40, 2, 4, 2, 6, false, 1536, true, false, false, Storage.F32, 1, RopeForm.OLD);
    private static final JsonMapper JSON = new JsonMapper();

    final Path directory;

    ModelFolder(Path directory, Shape shape) throws IOException {
        this.directory = directory;
        new RandomCheckpoint(shape, 5).write(directory);
        for (String file : new String[] {"tokenizer.json", "tokenizer_config.json", "generation_config.json"}) {
            Files.copy(Checkpoints.tiny("qwen2-tiny").resolve(file), directory.resolve(file));
        }
    }

    /** Changes a JSON file of the folder. */
    void change(String file, Consumer<Map<String, Object>> change) {
        change(directory.resolve(file), change);
    }

    /** Changes a JSON file. */
    @SuppressWarnings("unchecked")
    static void change(Path file, Consumer<Map<String, Object>> change) {
        Map<String, Object> json = JSON.readValue(file.toFile(), Map.class);
        change.accept(json);
        JSON.writeValue(file.toFile(), json);
    }

    DjlEngine load() {
        return DjlEngine.load(Checkpoints.options(directory));
    }
}
