package dramatis.app;

import static java.util.Objects.requireNonNull;

import dramatis.inference.Sampling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What was asked for in place of the checkpoint's own sampling; what is empty stays the checkpoint's. */
record SamplingSettings(
        OptionalDouble temperature,
        OptionalDouble topP,
        OptionalInt topK,
        OptionalDouble minP,
        OptionalDouble repetitionPenalty,
        OptionalInt noRepeatNgram,
        OptionalInt maxTokens,
        OptionalLong seed) {
    private static final List<String> NAMES = List.of(
            "temperature",
            "top_p",
            "top_k",
            "min_p",
            "repetition_penalty",
            "no_repeat_ngram_size",
            "max_tokens",
            "seed");

    SamplingSettings {
        requireNonNull(temperature, "temperature");
        requireNonNull(topP, "topP");
        requireNonNull(topK, "topK");
        requireNonNull(minP, "minP");
        requireNonNull(repetitionPenalty, "repetitionPenalty");
        requireNonNull(noRepeatNgram, "noRepeatNgram");
        requireNonNull(maxTokens, "maxTokens");
        requireNonNull(seed, "seed");
    }

    static SamplingSettings of(Values values) {
        return values.optional(
                        Key.SAMPLING,
                        "NAME=NUMBER pairs with commas between them, names out of " + String.join(", ", NAMES)
                                + ", each once and in its range",
                        SamplingSettings::parsed)
                .orElseGet(() -> of(Map.of()));
    }

    /** Sampling with what was asked for in place of the checkpoint's. */
    Sampling over(Sampling checkpoint) {
        var merged = new Sampling(
                temperature.orElse(checkpoint.temperature()),
                topP.orElse(checkpoint.topP()),
                topK.orElse(checkpoint.topK()),
                minP.orElse(checkpoint.minP()),
                repetitionPenalty.orElse(checkpoint.repetitionPenalty()),
                noRepeatNgram.orElse(checkpoint.noRepeatNgram()),
                maxTokens.orElse(checkpoint.maxTokens()),
                checkpoint.seed());
        return seed.isPresent() ? merged.withSeed(seed.getAsLong()) : merged;
    }

    SamplingSettings withSeed(long newSeed) {
        return new SamplingSettings(
                temperature, topP, topK, minP, repetitionPenalty, noRepeatNgram, maxTokens, OptionalLong.of(newSeed));
    }

    private static Optional<SamplingSettings> parsed(String text) {
        try {
            var settings = of(pairs(text));
            settings.over(Sampling.DEFAULT); // for its ranges
            return Optional.of(settings);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> pairs(String text) {
        var pairs = new HashMap<String, String>();
        for (String pair : text.split(",", -1)) {
            var equals = pair.indexOf('=');
            var name = pair.substring(0, Math.max(equals, 0)).strip();
            if (!NAMES.contains(name)
                    || pairs.put(name, pair.substring(equals + 1).strip()) != null) {
                throw new IllegalArgumentException(pair);
            }
        }
        return pairs;
    }

    private static SamplingSettings of(Map<String, String> pairs) {
        return new SamplingSettings(
                decimal(pairs, "temperature"),
                decimal(pairs, "top_p"),
                number(pairs, "top_k"),
                decimal(pairs, "min_p"),
                decimal(pairs, "repetition_penalty"),
                number(pairs, "no_repeat_ngram_size"),
                number(pairs, "max_tokens"),
                pairs.containsKey("seed") ? OptionalLong.of(Long.parseLong(pairs.get("seed"))) : OptionalLong.empty());
    }

    private static OptionalDouble decimal(Map<String, String> pairs, String name) {
        return pairs.containsKey(name)
                ? OptionalDouble.of(Double.parseDouble(pairs.get(name)))
                : OptionalDouble.empty();
    }

    private static OptionalInt number(Map<String, String> pairs, String name) {
        return pairs.containsKey(name) ? OptionalInt.of(Integer.parseInt(pairs.get(name))) : OptionalInt.empty();
    }
}
