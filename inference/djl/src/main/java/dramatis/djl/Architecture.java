package dramatis.djl;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The model families that are played, with what transformers takes where config.json is silent
 * (configuration_llama.py, configuration_qwen2.py, configuration_qwen3.py, release 5.24).
 */
enum Architecture {
    LLAMA("llama", "LlamaForCausalLM", 32000, 11008, 2048),
    QWEN2("qwen2", "Qwen2ForCausalLM", 151936, 22016, 32768),
    QWEN3("qwen3", "Qwen3ForCausalLM", 151936, 22016, 32768);

    static final int HIDDEN = 4096;
    static final int LAYERS = 32;
    static final int HEADS = 32;
    /** Qwen's key and value heads; Llama's are as many as its heads. */
    static final int QWEN_KEY_HEADS = 32;
    /** Qwen3's width of a head; the others' is the hidden size divided by the heads. */
    static final int QWEN3_HEAD = 128;

    /** The first layer whose attention slides, where Qwen's attention slides at all. */
    static final int FIRST_WINDOW_LAYER = 28;

    static final double NORM_EPSILON = 1e-6;
    static final double ROPE_THETA = 10_000;

    final int vocabulary;
    final int intermediate;
    final int positions;
    private final String modelType;
    private final String className;

    Architecture(String modelType, String className, int vocabulary, int intermediate, int positions) {
        this.modelType = modelType;
        this.className = className;
        this.vocabulary = vocabulary;
        this.intermediate = intermediate;
        this.positions = positions;
    }

    static Architecture read(Settings config) {
        String type = config.text("model_type").orElse("missing");
        Architecture found = Arrays.stream(values())
                .filter(it -> it.modelType.equals(type))
                .findFirst()
                .orElseThrow(() -> Refusal.of(config.place() + ": model_type is " + type + "; these are played: "
                        + Arrays.stream(values()).map(it -> it.modelType).collect(Collectors.joining(", ")) + "."));
        for (String name : config.texts("architectures")) {
            if (!name.equals(found.className)) {
                throw Refusal.of(config.place() + ": architectures names " + name + "; of model_type " + type + " only "
                        + found.className + " is played.");
            }
        }
        return found;
    }
}
