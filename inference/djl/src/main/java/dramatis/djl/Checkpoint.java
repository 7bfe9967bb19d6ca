package dramatis.djl;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The tensors of a checkpoint directory: one model.safetensors, or several by their index. */
final class Checkpoint {
    private static final String SINGLE = "model.safetensors";
    private static final String INDEX = "model.safetensors.index.json";

    private final Path directory;
    private final Map<String, StoredTensor> tensors = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    private Checkpoint(Path directory) {
        this.directory = requireNonNull(directory, "directory");
    }

    static Checkpoint open(Path directory) {
        Checkpoint checkpoint = new Checkpoint(directory);
        if (Files.exists(directory.resolve(SINGLE))) {
            checkpoint.add(SINGLE);
        } else if (Files.exists(directory.resolve(INDEX))) {
            checkpoint.addShards(Settings.read(directory.resolve(INDEX)));
        } else {
            throw Refusal.of(directory + " has no " + SINGLE + " and no " + INDEX + pickles(directory) + ".");
        }
        return checkpoint;
    }

    private static String pickles(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(it -> String.valueOf(it.getFileName()))
                    .filter(it -> it.endsWith(".bin") || it.endsWith(".pt") || it.endsWith(".pth"))
                    .sorted()
                    .findFirst()
                    .map(it -> "; " + it + " may be a pickle, which can run code and is not read")
                    .orElse("");
        } catch (IOException e) {
            throw Refusal.unreadable(directory, e);
        }
    }

    private void addShards(Settings index) {
        Settings map =
                index.object("weight_map").orElseThrow(() -> Refusal.of(index.place() + ": weight_map is missing."));
        Map<String, String> shardOf = new HashMap<>();
        for (String name : map.keys()) {
            shardOf.put(name, map.text(name).orElse(""));
        }
        new TreeSet<>(shardOf.values()).forEach(this::add);
        shardOf.forEach((name, shard) -> requireIn(name, shard, index));
    }

    private void requireIn(String name, String shard, Settings index) {
        StoredTensor tensor = tensors.get(name);
        if (tensor == null || !tensor.file().equals(directory.resolve(shard))) {
            throw Refusal.of(index.place() + " puts " + name + " in " + shard + ", where it is not.");
        }
    }

    private void add(String file) {
        if (!Path.of(file).equals(Path.of(file).getFileName()) || !file.endsWith(".safetensors")) {
            throw Refusal.of(directory.resolve(INDEX) + " names the file " + file
                    + "; the name of a .safetensors file beside it is allowed.");
        }
        for (StoredTensor tensor : SafetensorsFile.read(directory.resolve(file))) {
            if (tensors.putIfAbsent(tensor.name(), tensor) != null) {
                throw Refusal.of(directory + ": " + tensor.name() + " is in more than one file.");
            }
        }
    }

    /** The tensor of that name and shape; refuses the checkpoint where it is missing or shaped otherwise. */
    StoredTensor take(String name, long... shape) {
        StoredTensor tensor =
                find(name).orElseThrow(() -> Refusal.of(directory + ": the tensor " + name + " is missing."));
        List<Long> wanted = Arrays.stream(shape).boxed().toList();
        if (!tensor.shape().equals(wanted)) {
            throw Refusal.of(directory + ": the tensor " + name + " has shape " + tensor.shape()
                    + "; config.json makes it " + wanted + ".");
        }
        return tensor;
    }

    Optional<StoredTensor> find(String name) {
        taken.add(name);
        return Optional.ofNullable(tensors.get(name));
    }

    /** Passes over tensors that are there and not needed, as transformers does. */
    void ignore(String name) {
        taken.add(name);
    }

    /** Refuses the checkpoint where it has tensors that nothing asked for: they would change how it speaks. */
    void requireAllTaken() {
        new TreeSet<>(tensors.keySet())
                .stream()
                        .filter(it -> !taken.contains(it) && !it.endsWith("rotary_emb.inv_freq"))
                        .findFirst()
                        .ifPresent(it -> {
                            throw Refusal.of(directory + ": the tensor " + it + " has no place in this model.");
                        });
    }
}
