package dramatis.inference;

import java.util.OptionalLong;

/**
 * How the next token is chosen.
 *
 * @param temperature 0 takes the most probable token; above that, logits are divided by it
 * @param topP the smallest set of tokens whose probability reaches this is kept; 1 keeps all
 * @param topK at most so many tokens are kept; 0 keeps all
 * @param minP tokens less probable than this share of the best one are dropped; 0 keeps all
 * @param repetitionPenalty logits of tokens already seen are divided by it (multiplied where negative); 1 is none
 * @param noRepeatNgram no sequence of so many tokens is generated twice in one reply; 0 is none
 * @param maxTokens at most so many new tokens
 * @param seed the same seed, input and cache give the same reply; empty takes a new one each time
 */
public record Sampling(
        double temperature,
        double topP,
        int topK,
        double minP,
        double repetitionPenalty,
        int noRepeatNgram,
        int maxTokens,
        OptionalLong seed) {

    /** The HER model card's: temperature 0.7, top-p 0.9, at most 1024 new tokens. */
    public static final Sampling DEFAULT = new Sampling(0.7, 0.9, 0, 0, 1, 0, 1024, OptionalLong.empty());

    public Sampling {
        require(temperature >= 0 && temperature <= 5, "temperature", "between 0 and 5");
        require(topP > 0 && topP <= 1, "top_p", "above 0 and at most 1");
        require(topK >= 0, "top_k", "0 or more");
        require(minP >= 0 && minP < 1, "min_p", "at least 0 and below 1");
        require(repetitionPenalty >= 1 && repetitionPenalty <= 2, "repetition_penalty", "between 1 and 2");
        require(noRepeatNgram >= 0, "no_repeat_ngram_size", "0 or more");
        require(maxTokens > 0, "max_tokens", "1 or more");
    }

    public Sampling withSeed(long newSeed) {
        return new Sampling(
                temperature, topP, topK, minP, repetitionPenalty, noRepeatNgram, maxTokens, OptionalLong.of(newSeed));
    }

    public Sampling withMaxTokens(int limit) {
        return new Sampling(temperature, topP, topK, minP, repetitionPenalty, noRepeatNgram, limit, seed);
    }

    private static void require(boolean holds, String name, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(name + " must be " + allowed);
        }
    }
}
