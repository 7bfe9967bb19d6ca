package dramatis.djl;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/** Writes checkpoints of any shape with random weights, and remembers what their numbers stand for. */
final class RandomCheckpoint {
    private static final JsonMapper JSON = new JsonMapper();

    /** How weights are stored. */
    enum Storage {
        F32,
        F16,
        BF16,
        I8
    }

    /** The forms in which config.json tells of positions. */
    enum RopeForm {
        MISSING,
        OLD,
        NEW,
        OLD_LLAMA3,
        OLD_LLAMA3_TYPE,
        NEW_LLAMA3
    }

    /** What a checkpoint is to be. */
    record Shape(
            String type,
            int hidden,
            int inner,
            int layers,
            int heads,
            int keyHeads,
            int headSize,
            boolean headSizeSaid,
            int vocabulary,
            boolean tied,
            boolean attentionBias,
            boolean mlpBias,
            Storage storage,
            int shards,
            RopeForm rope) {

        boolean qkvBias() {
            return type.equals("qwen2") || attentionBias;
        }

        boolean headNorms() {
            return type.equals("qwen3");
        }

        double theta() {
            return rope == RopeForm.MISSING ? 10_000 : 5_000;
        }

        boolean llama3() {
            return rope.name().contains("LLAMA3");
        }
    }

    /** A tensor as it is stored, and what its numbers stand for. */
    private record Stored(String dtype, List<Integer> shape, ByteBuffer bytes) {}

    final Shape shape;
    final Map<String, float[]> values = new LinkedHashMap<>();
    private final Map<String, Stored> stored = new LinkedHashMap<>();
    private final Random random;

    RandomCheckpoint(Shape shape, long seed) {
        this.shape = shape;
        random = new Random(seed);
        matrix("model.embed_tokens", shape.vocabulary, shape.hidden, false, shape.storage);
        for (int layer = 0; layer < shape.layers; layer++) {
            addLayer("model.layers." + layer + ".");
        }
        vector("model.norm.weight", shape.hidden);
        if (!shape.tied) {
            matrix("lm_head", shape.vocabulary, shape.hidden, false, shape.storage);
        }
    }

    private void addLayer(String layer) {
        int queries = shape.heads * shape.headSize;
        int keys = shape.keyHeads * shape.headSize;
        boolean bias = shape.qkvBias();
        vector(layer + "input_layernorm.weight", shape.hidden);
        vector(layer + "post_attention_layernorm.weight", shape.hidden);
        matrix(layer + "self_attn.q_proj", queries, shape.hidden, bias, shape.storage);
        matrix(layer + "self_attn.k_proj", keys, shape.hidden, bias, shape.storage);
        matrix(layer + "self_attn.v_proj", keys, shape.hidden, bias, shape.storage);
        matrix(layer + "self_attn.o_proj", shape.hidden, queries, shape.attentionBias, shape.storage);
        if (shape.headNorms()) {
            vector(layer + "self_attn.q_norm.weight", shape.headSize);
            vector(layer + "self_attn.k_norm.weight", shape.headSize);
        }
        matrix(layer + "mlp.gate_proj", shape.inner, shape.hidden, shape.mlpBias, shape.storage);
        matrix(layer + "mlp.up_proj", shape.inner, shape.hidden, shape.mlpBias, shape.storage);
        matrix(layer + "mlp.down_proj", shape.hidden, shape.inner, shape.mlpBias, shape.storage);
    }

    private void matrix(String name, int rows, int columns, boolean bias, Storage storage) {
        double amplitude = 2 / Math.sqrt(columns);
        if (storage == Storage.I8) {
            integers(name, rows, columns, amplitude);
        } else {
            floats(name + ".weight", storage, List.of(rows, columns), amplitude, 0);
        }
        if (bias) {
            floats(name + ".bias", plain(storage), List.of(rows), 0.5, 0);
        }
    }

    private void vector(String name, int size) {
        floats(name, plain(shape.storage), List.of(size), 0.5, 1);
    }

    private static Storage plain(Storage storage) {
        return storage == Storage.I8 ? Storage.F32 : storage;
    }

    private void floats(String name, Storage storage, List<Integer> size, double amplitude, double centre) {
        int count = size.stream().reduce(1, Math::multiplyExact);
        float[] numbers = new float[count];
        ByteBuffer bytes =
                ByteBuffer.allocate(count * (storage == Storage.F32 ? 4 : 2)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            float number = (float) (centre + amplitude * (2 * random.nextDouble() - 1));
            numbers[i] = switch (storage) {
                case F32 -> putSingle(bytes, number);
                case BF16 -> putBfloat(bytes, number);
                case F16 -> putHalf(bytes, number);
                case I8 -> throw new IllegalArgumentException();
            };
        }
        values.put(name, numbers);
        stored.put(name, new Stored(storage.name(), size, bytes.flip()));
    }

    private static float putSingle(ByteBuffer bytes, float number) {
        bytes.putFloat(number);
        return number;
    }

    private static float putBfloat(ByteBuffer bytes, float number) {
        int bits = Float.floatToIntBits(number) & 0xFFFF0000;
        bytes.putShort((short) (bits >>> 16));
        return Float.intBitsToFloat(bits);
    }

    /** Cuts a number down to half precision; those too small for its normal numbers become nought. */
    private static float putHalf(ByteBuffer bytes, float number) {
        int bits = Float.floatToIntBits(number) & 0xFFFFE000;
        int exponent = (bits >>> 23 & 0xFF) - 127 + 15;
        if (exponent <= 0) {
            bytes.putShort((short) 0);
            return 0;
        }
        bytes.putShort((short) ((bits >>> 16 & 0x8000) | (exponent << 10) | (bits >>> 13 & 0x3FF)));
        return Float.intBitsToFloat(bits);
    }

    private void integers(String name, int rows, int columns, double amplitude) {
        Storage scaleStorage = List.of(Storage.F32, Storage.F16, Storage.BF16).get(random.nextInt(3));
        List<Integer> scaleShape = random.nextBoolean() ? List.of(rows, 1) : List.of(rows);
        floats(name + ".weight_scale", scaleStorage, scaleShape, amplitude / 500, amplitude / 127);
        float[] scales = values.remove(name + ".weight_scale");
        byte[] bytes = new byte[rows * columns];
        random.nextBytes(bytes);
        float[] numbers = new float[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.max(bytes[i], -127);
            numbers[i] = bytes[i] * scales[i / columns];
        }
        values.put(name + ".weight", numbers);
        stored.put(name + ".weight", new Stored("I8", List.of(rows, columns), ByteBuffer.wrap(bytes)));
    }

    /** Writes config.json and the weights. */
    Path write(Path directory) throws IOException {
        Files.writeString(directory.resolve("config.json"), JSON.writeValueAsString(config()));
        List<String> names = new ArrayList<>(stored.keySet());
        if (shape.shards == 1) {
            writeShard(directory.resolve("model.safetensors"), names);
            return directory;
        }
        Map<String, String> map = new LinkedHashMap<>();
        for (int shard = 0; shard < shape.shards; shard++) {
            String file = String.format("model-%05d-of-%05d.safetensors", shard + 1, shape.shards);
            int from = names.size() * shard / shape.shards;
            List<String> part = names.subList(from, names.size() * (shard + 1) / shape.shards);
            part.forEach(name -> map.put(name, file));
            writeShard(directory.resolve(file), part);
        }
        String index = JSON.writeValueAsString(Map.of("metadata", Map.of(), "weight_map", map));
        Files.writeString(directory.resolve("model.safetensors.index.json"), index);
        return directory;
    }

    /** What config.json says; missing is what transformers takes by default. */
    Map<String, Object> config() {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("model_type", shape.type);
        config.put("hidden_size", shape.hidden);
        config.put("intermediate_size", shape.inner);
        config.put("num_hidden_layers", shape.layers);
        config.put("num_attention_heads", shape.heads);
        config.put("num_key_value_heads", shape.keyHeads);
        config.put("vocab_size", shape.vocabulary);
        config.put("max_position_embeddings", 128);
        config.put("rms_norm_eps", 1e-5);
        if (shape.headSizeSaid) {
            config.put("head_dim", shape.headSize);
        }
        if (shape.tied) {
            config.put("tie_word_embeddings", true);
        }
        if (shape.attentionBias) {
            config.put("attention_bias", true);
        }
        if (shape.mlpBias) {
            config.put("mlp_bias", true);
        }
        putRope(config);
        if (shape.storage == Storage.I8) {
            config.put("quantization_config", quantization());
        }
        return config;
    }

    private void putRope(Map<String, Object> config) {
        Map<String, Object> scaling = new LinkedHashMap<>(Map.of(
                "factor", 8.0,
                "low_freq_factor", 1.0,
                "high_freq_factor", 4.0,
                "original_max_position_embeddings", 32));
        switch (shape.rope) {
            case MISSING -> {}
            case OLD -> config.put("rope_scaling", null);
            case NEW -> config.put("rope_parameters", Map.of("rope_type", "default", "rope_theta", shape.theta()));
            case OLD_LLAMA3 -> {
                scaling.put("rope_type", "llama3");
                config.put("rope_scaling", scaling);
            }
            case OLD_LLAMA3_TYPE -> {
                scaling.put("type", "llama3");
                config.put("rope_scaling", scaling);
            }
            case NEW_LLAMA3 -> {
                scaling.put("rope_type", "llama3");
                scaling.put("rope_theta", shape.theta());
                config.put("rope_parameters", scaling);
            }
        }
        if (shape.rope.name().startsWith("OLD")) {
            config.put("rope_theta", shape.theta());
        }
    }

    private static Map<String, Object> quantization() {
        Map<String, Object> weights =
                Map.of("num_bits", 8, "type", "int", "symmetric", true, "strategy", "channel", "dynamic", false);
        return Map.of(
                "quant_method", "compressed-tensors",
                "format", "int-quantized",
                "quantization_status", "compressed",
                "config_groups", Map.of("group_0", Map.of("targets", List.of("Linear"), "weights", weights)));
    }

    private void writeShard(Path file, List<String> names) throws IOException {
        Map<String, Object> header = new LinkedHashMap<>();
        long at = 0;
        for (String name : names) {
            Stored tensor = stored.get(name);
            long end = at + tensor.bytes.remaining();
            header.put(name, Map.of("dtype", tensor.dtype, "shape", tensor.shape, "data_offsets", List.of(at, end)));
            at = end;
        }
        byte[] json = JSON.writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate((int) (8 + json.length + at)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(json.length).put(json);
        names.forEach(name -> bytes.put(stored.get(name).bytes.duplicate()));
        Files.write(file, bytes.array());
    }
}
