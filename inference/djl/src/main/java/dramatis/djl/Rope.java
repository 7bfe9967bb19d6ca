package dramatis.djl;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;

/**
 * Rotary positions: by how much each pair of a head's numbers turns from one token to the next. Computed in single
 * precision where transformers does (modeling_rope_utils.py, release 5.24).
 *
 * @param theta the base of the wavelengths
 * @param llama3 the scaling of Llama 3.1 and later; empty for none
 */
record Rope(double theta, Optional<Llama3> llama3) {
    private static final Set<String> TYPES = Set.of("default", "llama3");

    /**
     * Llama 3's scaling: long wavelengths are stretched by the factor, short ones kept, those between blended.
     *
     * @param originalPositions the context that the model was made with first
     */
    record Llama3(double factor, double lowFrequencyFactor, double highFrequencyFactor, double originalPositions) {
        private float scale(float frequency) {
            float wavelength = (float) (2 * Math.PI) / frequency;
            if (wavelength > (float) (originalPositions / lowFrequencyFactor)) {
                return frequency / (float) factor;
            }
            if (wavelength < (float) (originalPositions / highFrequencyFactor)) {
                return frequency;
            }
            float smooth = ((float) originalPositions / wavelength - (float) lowFrequencyFactor)
                    / (float) (highFrequencyFactor - lowFrequencyFactor);
            return (1 - smooth) * frequency / (float) factor + smooth * frequency;
        }
    }

    Rope {
        requireNonNull(llama3, "llama3");
    }

    /** Reads the new form (rope_parameters) or the old one (rope_theta and rope_scaling). */
    static Rope read(Settings config, int positions) {
        Optional<Settings> given = config.isEmpty("rope_scaling")
                ? config.object("rope_parameters").filter(it -> !it.keys().isEmpty())
                : config.object("rope_scaling");
        double outer = config.decimal("rope_theta").orElse(Architecture.ROPE_THETA);
        requireWhole(config);
        if (given.isEmpty()) {
            return new Rope(requireTheta(config, outer), Optional.empty());
        }
        Settings rope = given.get().object("full_attention").orElse(given.get());
        requireWhole(rope);
        double theta = requireTheta(config, rope.decimal("rope_theta").orElse(outer));
        String type = rope.text("rope_type").or(() -> rope.text("type")).orElse("default");
        if (!TYPES.contains(type)) {
            throw Refusal.of(rope.place() + ": rope_type is " + type + "; default and llama3 are played.");
        }
        return new Rope(
                theta, type.equals("llama3") ? Optional.of(readLlama3(config, rope, positions)) : Optional.empty());
    }

    private static Llama3 readLlama3(Settings config, Settings rope, int positions) {
        double original = config.decimal("original_max_position_embeddings")
                .orElse(rope.decimal("original_max_position_embeddings").orElse(positions));
        Llama3 scaling = new Llama3(
                need(rope, "factor"), need(rope, "low_freq_factor"), need(rope, "high_freq_factor"), original);
        if (scaling.factor <= 0
                || original <= 0
                || scaling.lowFrequencyFactor <= 0
                || scaling.highFrequencyFactor <= scaling.lowFrequencyFactor) {
            throw Refusal.of(rope.place() + ": factor, low_freq_factor and original_max_position_embeddings must be"
                    + " above 0, and high_freq_factor above low_freq_factor.");
        }
        return scaling;
    }

    private static double need(Settings rope, String key) {
        return rope.decimal(key)
                .orElseThrow(() -> Refusal.of(rope.place() + ": " + key + " is missing; rope_type llama3 needs it."));
    }

    private static void requireWhole(Settings settings) {
        double part = settings.decimal("partial_rotary_factor").orElse(1);
        if (part != 1) {
            throw Refusal.of(settings.place() + ": partial_rotary_factor is " + part + "; only 1 is played.");
        }
    }

    private static double requireTheta(Settings config, double theta) {
        if (!(theta > 0)) {
            throw Refusal.of(config.place() + ": rope_theta is " + theta + "; it must be above 0.");
        }
        return theta;
    }

    /** The angle, in radians a token, of each pair of a head: {@code headSize / 2} of them. */
    float[] frequencies(int headSize) {
        float[] frequencies = new float[headSize / 2];
        for (int i = 0; i < frequencies.length; i++) {
            float exponent = (float) (2 * i) / headSize;
            float plain = 1 / (float) Math.pow((float) theta, exponent);
            frequencies[i] = llama3.isPresent() ? llama3.get().scale(plain) : plain;
        }
        return frequencies;
    }
}
