package dramatis.djl;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;

/**
 * A text to be continued as it is, without a chat around it.
 *
 * @param prompt its control tokens count as such, and none are added
 * @param maxTokens at most so many new tokens
 * @param temperature 0 takes the most probable token; nothing else limits or penalises
 * @param seed the same seed, input and cache give the same text; empty takes a new one each time
 * @param logprobs how many of the highest logits to tell of at each step
 * @param ignoreEos whether to go on after an end-of-text token
 */
public record RawRequest(
        String prompt, int maxTokens, double temperature, OptionalLong seed, int logprobs, boolean ignoreEos) {

    public RawRequest {
        requireNonNull(prompt, "prompt");
        requireNonNull(seed, "seed");
        require(maxTokens > 0, "max_tokens", "1 or more");
        require(temperature >= 0 && temperature <= 5, "temperature", "between 0 and 5");
        require(logprobs >= 0, "logprobs", "0 or more");
    }

    private static void require(boolean holds, String name, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(name + " must be " + allowed);
        }
    }
}
