package dramatis.djl;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Which stored tensors make the decoder's weights, in the order in which {@link DecoderScript} finds them: embedding,
 * last norm, head, then those of each layer. Made and checked before anything is mapped.
 */
final class WeightPlan {
    /**
     * A weight, made of stored tensors joined by their rows.
     *
     * @param shape of the whole
     */
    record Weight(List<Part> parts, List<Long> shape) {
        Weight {
            parts = List.copyOf(parts);
            shape = List.copyOf(shape);
        }
    }

    /** A stored tensor and, where it is of 8-bit integers, its scale a row. */
    record Part(StoredTensor tensor, Optional<StoredTensor> scale) {
        Part {
            requireNonNull(tensor, "tensor");
            requireNonNull(scale, "scale");
        }
    }

    private final Checkpoint checkpoint;
    private final ModelConfig config;
    private final List<Weight> weights = new ArrayList<>();

    private WeightPlan(Checkpoint checkpoint, ModelConfig config) {
        this.checkpoint = checkpoint;
        this.config = config;
    }

    static List<Weight> of(Checkpoint checkpoint, ModelConfig config) {
        WeightPlan plan = new WeightPlan(checkpoint, config);
        plan.addOuter();
        for (int layer = 0; layer < config.layers(); layer++) {
            plan.addLayer("model.layers." + layer + ".");
        }
        checkpoint.requireAllTaken();
        return plan.weights;
    }

    private void addOuter() {
        matrix(config.hidden(), "model.embed_tokens", config.vocabulary());
        vector("model.norm.weight", config.hidden());
        if (config.tied()) {
            weights.add(weights.get(0));
            checkpoint.ignore("lm_head.weight");
            checkpoint.ignore("lm_head.weight_scale");
        } else {
            matrix(config.hidden(), "lm_head", config.vocabulary());
        }
    }

    private void addLayer(String layer) {
        addAttention(layer + "self_attn.", layer + "input_layernorm.weight");
        String mlp = layer + "mlp.";
        vector(layer + "post_attention_layernorm.weight", config.hidden());
        List<Block> opening = List.of(
                new Block(mlp + "gate_proj", config.intermediate()), new Block(mlp + "up_proj", config.intermediate()));
        List<Block> closing = List.of(new Block(mlp + "down_proj", config.hidden()));
        linear(config.hidden(), config.mlpBias(), opening);
        linear(config.intermediate(), config.mlpBias(), closing);
    }

    private void addAttention(String attention, String norm) {
        vector(norm, config.hidden());
        linear(
                config.hidden(),
                config.qkvBias(),
                List.of(
                        new Block(attention + "q_proj", config.queryWidth()),
                        new Block(attention + "k_proj", config.keyWidth()),
                        new Block(attention + "v_proj", config.keyWidth())));
        if (config.headNorms()) {
            headNorms(attention);
        }
        linear(config.queryWidth(), config.outputBias(), List.of(new Block(attention + "o_proj", config.hidden())));
    }

    /** Rows of a linear map that share their input. */
    private record Block(String name, int rows) {}

    private void linear(int columns, boolean bias, List<Block> blocks) {
        List<Part> parts = new ArrayList<>();
        List<Part> biases = new ArrayList<>();
        for (Block block : blocks) {
            parts.add(part(block.name + ".weight", block.rows, columns));
            if (bias) {
                biases.add(floats(block.name + ".bias", block.rows));
            }
        }
        long rows = blocks.stream().mapToLong(Block::rows).sum();
        weights.add(new Weight(parts, List.of(rows, (long) columns)));
        if (bias) {
            weights.add(new Weight(biases, List.of(rows)));
        }
    }

    /** The queries' norm once for each head, then the keys': one multiplication serves both. */
    private void headNorms(String attention) {
        List<Part> rows = new ArrayList<>();
        rows.addAll(Collections.nCopies(config.heads(), floats(attention + "q_norm.weight", config.headSize())));
        rows.addAll(Collections.nCopies(config.keyHeads(), floats(attention + "k_norm.weight", config.headSize())));
        weights.add(new Weight(rows, List.of((long) rows.size(), (long) config.headSize())));
    }

    private void matrix(int columns, String name, int rows) {
        linear(columns, false, List.of(new Block(name, rows)));
    }

    private void vector(String name, int size) {
        weights.add(new Weight(List.of(floats(name, size)), List.of((long) size)));
    }

    private Part floats(String name, long... shape) {
        StoredTensor tensor = checkpoint.take(name, shape);
        if (!tensor.type().isFloat()) {
            throw Refusal.of(tensor.file() + ": " + name + " is " + tensor.type() + "; it must be F32, F16 or BF16.");
        }
        return new Part(tensor, Optional.empty());
    }

    private Part part(String name, long rows, long columns) {
        StoredTensor tensor = checkpoint.take(name, rows, columns);
        if (tensor.type().isFloat()) {
            return new Part(tensor, Optional.empty());
        }
        if (!config.int8()) {
            throw Refusal.of(tensor.file() + ": " + name + " is " + tensor.type()
                    + ", and config.json has no quantization_config that says how to read it.");
        }
        return new Part(tensor, Optional.of(scale(name + "_scale", rows)));
    }

    private StoredTensor scale(String name, long rows) {
        boolean flat =
                checkpoint.find(name).filter(it -> it.shape().size() == 1).isPresent();
        return flat ? floats(name, rows).tensor() : floats(name, rows, 1).tensor();
    }
}
