package dramatis.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;

/** Reads {@code model.safetensors.index.json}: which files the tensors are in, in its {@code weight_map}. */
final class WeightIndex {
    private WeightIndex() {}

    /**
     * The files that it names, each once, in order; as they stand there, unchecked.
     *
     * @throws IOException where it cannot be read or is not JSON
     */
    static Set<String> shards(Path file) throws IOException {
        Set<String> shards = new TreeSet<>();
        try {
            JsonObjects.read(Files.readAllBytes(file), (name, value) -> {
                if (name.equals("weight_map")) {
                    JsonObjects.each(value, (tensor, shard) -> shards.add(JsonObjects.text(shard)));
                }
            });
        } catch (JacksonException e) {
            throw new IOException(file + " is not JSON", e);
        }
        return shards;
    }
}
