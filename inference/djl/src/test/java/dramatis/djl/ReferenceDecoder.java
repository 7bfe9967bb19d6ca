package dramatis.djl;

import dramatis.djl.RandomCheckpoint.Shape;
import java.util.Map;

/** The slow oracle: a decoder as the papers write it, in plain loops and double precision, with nothing cached. */
final class ReferenceDecoder {
    private static final double EPSILON = 1e-5;

    private final Shape shape;
    private final Map<String, float[]> weights;

    ReferenceDecoder(RandomCheckpoint checkpoint) {
        shape = checkpoint.shape;
        weights = checkpoint.values;
    }

    /** The logits after the last token. */
    double[] logits(int[] ids) {
        double[][] stream = new double[ids.length][];
        for (int t = 0; t < ids.length; t++) {
            stream[t] = row("model.embed_tokens.weight", ids[t], shape.hidden());
        }
        for (int layer = 0; layer < shape.layers(); layer++) {
            String name = "model.layers." + layer + ".";
            attend(stream, name);
            for (double[] x : stream) {
                add(
                        x,
                        feedForward(
                                norm(x, weights.get(name + "post_attention_layernorm.weight"), 0, x.length),
                                name + "mlp."));
            }
        }
        double[] last = stream[ids.length - 1];
        String head = shape.tied() ? "model.embed_tokens" : "lm_head";
        return linear(norm(last, weights.get("model.norm.weight"), 0, last.length), head, shape.vocabulary());
    }

    private void attend(double[][] stream, String layer) {
        int tokens = stream.length;
        double[][] q = new double[tokens][];
        double[][] k = new double[tokens][];
        double[][] v = new double[tokens][];
        for (int t = 0; t < tokens; t++) {
            double[] x = norm(stream[t], weights.get(layer + "input_layernorm.weight"), 0, shape.hidden());
            q[t] = heads(
                    linear(x, layer + "self_attn.q_proj", shape.heads() * shape.headSize()),
                    layer + "self_attn.q_norm.weight",
                    t);
            k[t] = heads(
                    linear(x, layer + "self_attn.k_proj", shape.keyHeads() * shape.headSize()),
                    layer + "self_attn.k_norm.weight",
                    t);
            v[t] = linear(x, layer + "self_attn.v_proj", shape.keyHeads() * shape.headSize());
        }
        for (int t = 0; t < tokens; t++) {
            double[] mixed = new double[shape.heads() * shape.headSize()];
            for (int head = 0; head < shape.heads(); head++) {
                mix(mixed, head, q[t], k, v, t);
            }
            add(stream[t], linear(mixed, layer + "self_attn.o_proj", shape.hidden()));
        }
    }

    private void mix(double[] mixed, int head, double[] q, double[][] k, double[][] v, int t) {
        int size = shape.headSize();
        int key = head / (shape.heads() / shape.keyHeads()) * size;
        double[] weight = new double[t + 1];
        double sum = 0;
        for (int s = 0; s <= t; s++) {
            double dot = 0;
            for (int i = 0; i < size; i++) {
                dot += q[head * size + i] * k[s][key + i];
            }
            weight[s] = Math.exp(dot / Math.sqrt(size));
            sum += weight[s];
        }
        for (int s = 0; s <= t; s++) {
            for (int i = 0; i < size; i++) {
                mixed[head * size + i] += weight[s] / sum * v[s][key + i];
            }
        }
    }

    /** Each head normalised, where the model does so, and turned to its position. */
    private double[] heads(double[] x, String norm, int position) {
        int size = shape.headSize();
        double[] turned = new double[x.length];
        for (int head = 0; head < x.length; head += size) {
            double[] h = shape.headNorms() ? norm(x, weights.get(norm), head, size) : slice(x, head, size);
            for (int i = 0; i < size / 2; i++) {
                double angle = position * frequency(i);
                turned[head + i] = h[i] * Math.cos(angle) - h[i + size / 2] * Math.sin(angle);
                turned[head + i + size / 2] = h[i + size / 2] * Math.cos(angle) + h[i] * Math.sin(angle);
            }
        }
        return turned;
    }

    private double frequency(int pair) {
        double plain = Math.pow(shape.theta(), -2.0 * pair / shape.headSize());
        if (!shape.llama3()) {
            return plain;
        }
        double turns = 32 * plain / (2 * Math.PI);
        if (turns < 1) {
            return plain / 8;
        }
        double smooth = Math.min(1, (turns - 1) / (4 - 1));
        return plain * ((1 - smooth) / 8 + smooth);
    }

    private double[] feedForward(double[] x, String mlp) {
        double[] gate = linear(x, mlp + "gate_proj", shape.inner());
        double[] up = linear(x, mlp + "up_proj", shape.inner());
        for (int i = 0; i < gate.length; i++) {
            gate[i] = gate[i] / (1 + Math.exp(-gate[i])) * up[i];
        }
        return linear(gate, mlp + "down_proj", shape.hidden());
    }

    private double[] linear(double[] x, String name, int rows) {
        float[] w = weights.get(name + ".weight");
        float[] bias = weights.get(name + ".bias");
        double[] y = new double[rows];
        for (int r = 0; r < rows; r++) {
            y[r] = bias == null ? 0 : bias[r];
            for (int c = 0; c < x.length; c++) {
                y[r] += (double) w[r * x.length + c] * x[c];
            }
        }
        return y;
    }

    private static double[] norm(double[] x, float[] weight, int from, int size) {
        double squares = 0;
        for (int i = 0; i < size; i++) {
            squares += x[from + i] * x[from + i];
        }
        double[] y = new double[size];
        for (int i = 0; i < size; i++) {
            y[i] = x[from + i] / Math.sqrt(squares / size + EPSILON) * weight[i];
        }
        return y;
    }

    private double[] row(String name, int row, int columns) {
        float[] w = weights.get(name);
        double[] y = new double[columns];
        for (int c = 0; c < columns; c++) {
            y[c] = w[row * columns + c];
        }
        return y;
    }

    private static double[] slice(double[] x, int from, int size) {
        double[] y = new double[size];
        System.arraycopy(x, from, y, 0, size);
        return y;
    }

    private static void add(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] += y[i];
        }
    }
}
