package dramatis.djl;

import java.util.Optional;

/**
 * What config.json says of quantised weights. One form is played: compressed-tensors' {@code int-quantized} with 8 bits,
 * symmetric, one scale a row, weights only.
 */
final class Quantization {
    private static final String ALLOWED = "; played is compressed-tensors int-quantized: 8-bit integers, symmetric, one"
            + " scale a row (strategy channel), activations as they are.";

    private Quantization() {}

    /** Whether weights may be 8-bit integers. */
    static boolean read(Settings config) {
        Optional<Settings> found = config.object("quantization_config").or(() -> config.object("compression_config"));
        found.ifPresent(Quantization::requirePlayable);
        return found.isPresent();
    }

    private static void requirePlayable(Settings quantization) {
        require(
                quantization,
                "quant_method",
                quantization.text("quant_method").orElse("missing"),
                "compressed-tensors");
        require(quantization, "format", quantization.text("format").orElse("missing"), "int-quantized");
        require(
                quantization,
                "quantization_status",
                quantization.text("quantization_status").orElse("compressed"),
                "compressed");
        requireNone(quantization, "kv_cache_scheme");
        requireNone(quantization, "transform_config");
        quantization
                .object("sparsity_config")
                .ifPresent(it -> require(it, "format", it.text("format").orElse("dense"), "dense"));
        Settings groups = quantization
                .object("config_groups")
                .orElseThrow(() -> Refusal.of(quantization.place() + ": config_groups is missing" + ALLOWED));
        for (String name : groups.keys()) {
            groups.object(name).ifPresent(Quantization::requirePlayableGroup);
        }
    }

    private static void requirePlayableGroup(Settings group) {
        require(group, "format", group.text("format").orElse("int-quantized"), "int-quantized");
        requireNone(group, "input_activations");
        requireNone(group, "output_activations");
        Settings weights =
                group.object("weights").orElseThrow(() -> Refusal.of(group.place() + ": weights is missing" + ALLOWED));
        require(weights, "num_bits", weights.integer("num_bits").orElse(8), 8);
        require(weights, "type", weights.text("type").orElse("int"), "int");
        require(weights, "symmetric", weights.flag("symmetric", true), true);
        require(weights, "strategy", weights.text("strategy").orElse("missing"), "channel");
        require(weights, "dynamic", weights.flag("dynamic", false), false);
        require(weights, "group_size", weights.integer("group_size").orElse(-1), -1);
        requireNone(weights, "actorder");
        requireNone(weights, "block_structure");
    }

    private static void requireNone(Settings settings, String key) {
        if (!settings.isEmpty(key)) {
            throw Refusal.of(settings.place() + ": " + key + " is set" + ALLOWED);
        }
    }

    private static void require(Settings settings, String key, Object found, Object allowed) {
        if (!found.equals(allowed)) {
            throw Refusal.of(settings.place() + ": " + key + " is " + found + ALLOWED);
        }
    }
}
