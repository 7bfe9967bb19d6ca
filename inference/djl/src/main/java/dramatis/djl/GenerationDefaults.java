package dramatis.djl;

import static java.util.Objects.requireNonNull;

import dramatis.inference.Sampling;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the makers of a model say of its use, from generation_config.json and, for the end of a text, config.json.
 *
 * @param endIds tokens that end a text
 */
record GenerationDefaults(Sampling sampling, Set<Integer> endIds) {
    GenerationDefaults {
        requireNonNull(sampling, "sampling");
        endIds = Set.copyOf(endIds);
    }

    static GenerationDefaults read(Settings generation, Settings config) {
        List<Integer> ends =
                generation.has("eos_token_id") ? generation.integers("eos_token_id") : config.integers("eos_token_id");
        try {
            return new GenerationDefaults(sampling(generation), Set.copyOf(ends));
        } catch (IllegalArgumentException e) {
            throw Refusal.of(generation.place() + ": " + e.getMessage() + ".");
        }
    }

    private static Sampling sampling(Settings generation) {
        Sampling otherwise = Sampling.DEFAULT;
        boolean greedy = !generation.flag("do_sample", true);
        return new Sampling(
                greedy ? 0 : generation.decimal("temperature").orElse(otherwise.temperature()),
                generation.decimal("top_p").orElse(otherwise.topP()),
                generation.integer("top_k").orElse(otherwise.topK()),
                generation.decimal("min_p").orElse(otherwise.minP()),
                generation.decimal("repetition_penalty").orElse(otherwise.repetitionPenalty()),
                generation.integer("no_repeat_ngram_size").orElse(otherwise.noRepeatNgram()),
                generation.integer("max_new_tokens").orElse(otherwise.maxTokens()),
                OptionalLong.empty());
    }
}
