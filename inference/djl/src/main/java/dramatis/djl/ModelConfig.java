package dramatis.djl;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The shape of a decoder, from config.json.
 *
 * @param hidden the width of the residual stream
 * @param intermediate the width inside the feed-forward part
 * @param heads query heads
 * @param keyHeads key and value heads; each serves {@code heads / keyHeads} query heads
 * @param headSize the width of a head
 * @param vocabulary rows of the embedding
 * @param positions the longest sequence
 * @param epsilon of the norms
 * @param tied whether the embedding is the output head too
 * @param qkvBias whether queries, keys and values have biases
 * @param outputBias whether attention's output has one
 * @param mlpBias whether the feed-forward part has them
 * @param headNorms whether each head's queries and keys are normalised
 * @param int8 whether weights may be 8-bit integers with a scale a row
 */
record ModelConfig(
        Architecture architecture,
        int hidden,
        int intermediate,
        int layers,
        int heads,
        int keyHeads,
        int headSize,
        int vocabulary,
        int positions,
        double epsilon,
        boolean tied,
        boolean qkvBias,
        boolean outputBias,
        boolean mlpBias,
        boolean headNorms,
        Rope rope,
        boolean int8) {

    ModelConfig {
        requireNonNull(architecture, "architecture");
        requireNonNull(rope, "rope");
    }

    /** Reads config.json; refuses by name what cannot be played exactly. */
    static ModelConfig read(Settings config) {
        Architecture architecture = Architecture.read(config);
        requirePlayable(config);
        int hidden = size(config, "hidden_size", Architecture.HIDDEN);
        int heads = size(config, "num_attention_heads", Architecture.HEADS);
        int positions = size(config, "max_position_embeddings", architecture.positions);
        boolean llama = architecture == Architecture.LLAMA;
        boolean bias = architecture != Architecture.QWEN2 && config.flag("attention_bias", false);
        ModelConfig read = new ModelConfig(
                architecture,
                hidden,
                size(config, "intermediate_size", architecture.intermediate),
                size(config, "num_hidden_layers", Architecture.LAYERS),
                heads,
                keyHeads(config, llama, heads),
                headSize(config, architecture, hidden, heads),
                size(config, "vocab_size", architecture.vocabulary),
                positions,
                config.decimal("rms_norm_eps").orElse(Architecture.NORM_EPSILON),
                config.flag("tie_word_embeddings", false),
                bias || architecture == Architecture.QWEN2,
                bias,
                llama && config.flag("mlp_bias", false),
                architecture == Architecture.QWEN3,
                Rope.read(config, positions),
                Quantization.read(config));
        read.requireConsistent(config);
        return read;
    }

    /** The shape of attention's queries together: a row a number. */
    int queryWidth() {
        return heads * headSize;
    }

    int keyWidth() {
        return keyHeads * headSize;
    }

    private static int keyHeads(Settings config, boolean llama, int heads) {
        boolean sameAsHeads = llama || config.isNull("num_key_value_heads");
        return size(config, "num_key_value_heads", sameAsHeads ? heads : Architecture.QWEN_KEY_HEADS);
    }

    private static int headSize(Settings config, Architecture architecture, int hidden, int heads) {
        boolean own = architecture == Architecture.QWEN3 && !config.isNull("head_dim");
        return size(config, "head_dim", own ? Architecture.QWEN3_HEAD : hidden / heads);
    }

    private static int size(Settings config, String key, int otherwise) {
        int size = config.integer(key).orElse(otherwise);
        if (size < 1) {
            throw Refusal.of(config.place() + ": " + key + " is " + size + "; it must be 1 or more.");
        }
        return size;
    }

    private static void requirePlayable(Settings config) {
        String activation = config.text("hidden_act").orElse("silu");
        if (!List.of("silu", "swish").contains(activation)) {
            throw Refusal.of(config.place() + ": hidden_act is " + activation + "; silu is played.");
        }
        for (String type : config.texts("layer_types")) {
            if (!type.equals("full_attention")) {
                throw Refusal.of(config.place() + ": layer_types has " + type + "; only full_attention is played.");
            }
        }
    }

    /** Qwen's sliding window is in use from layer max_window_layers on, unless layer_types says otherwise. */
    private void requireFullAttention(Settings config) {
        boolean sliding = config.flag("use_sliding_window", false) && !config.isNull("sliding_window");
        int from = config.integer("max_window_layers").orElse(Architecture.FIRST_WINDOW_LAYER);
        if (sliding && from < layers && !config.has("layer_types")) {
            throw Refusal.of(config.place() + ": use_sliding_window is true and max_window_layers is " + from + " of "
                    + layers + " layers; only full attention is played.");
        }
    }

    private void requireConsistent(Settings config) {
        requireFullAttention(config);
        if (heads % keyHeads != 0) {
            throw Refusal.of(config.place() + ": num_attention_heads is " + heads + ", which num_key_value_heads, "
                    + keyHeads + ", does not divide.");
        }
        if (headSize % 2 != 0) {
            throw Refusal.of(config.place() + ": head_dim is " + headSize + "; rotary positions need an even one.");
        }
        if (!(epsilon >= 0)) {
            throw Refusal.of(config.place() + ": rms_norm_eps is " + epsilon + "; it must be 0 or more.");
        }
    }
}
