package dramatis.djl;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How a text was continued.
 *
 * @param text the new tokens' text, control tokens kept
 * @param ids the new tokens; an end-of-text token that ended it is the last of them
 * @param promptTokens tokens of the prompt
 * @param cachedTokens how many of those were already in the KV cache
 * @param logits for each new token, the highest logits before it was chosen, best first; as the model gave them
 */
public record RawCompletion(
        String text, List<Integer> ids, int promptTokens, int cachedTokens, List<List<TokenLogit>> logits) {

    /** A token and its logit. */
    public record TokenLogit(int id, float logit) {}

    public RawCompletion {
        requireNonNull(text, "text");
        ids = List.copyOf(ids);
        logits = List.copyOf(logits);
    }
}
