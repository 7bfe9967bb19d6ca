package dramatis.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dramatis.djl.RawCompletion.TokenLogit;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each checkpoint's golden.json was made with transformers; everything in it is reproduced. */
class GoldenTest {
    private static final Percentage LOGIT_TOLERANCE = Percentage.withPercentage(0.1);

    static Stream<Path> checkpoints() {
        return Stream.of(
                Checkpoints.tiny("llama-tiny"),
                Checkpoints.tiny("qwen2-tiny"),
                Checkpoints.tiny("qwen3-tiny"),
                Checkpoints.UNDERSTUDY);
    }

    @ParameterizedTest
    @MethodSource("checkpoints")
    void complete_goldenPrompts_givesTheReferencesTokensAndLogits(Path checkpoint) {
        JsonNode golden = golden(checkpoint);
        try (DjlEngine engine = DjlEngine.load(Checkpoints.options(checkpoint))) {
            for (JsonNode prompt : golden.get("prompts")) {
                requireReproduced(engine, prompt);
            }
            for (JsonNode sample : golden.get("tokenizer")) {
                assertThat(engine.tokens(sample.get("text").stringValue())).isEqualTo(integers(sample.get("ids")));
            }
        }
    }

    private static void requireReproduced(DjlEngine engine, JsonNode prompt) {
        String text = prompt.get("text").stringValue();
        List<Integer> greedy = integers(prompt.get("greedy"));
        RawCompletion completion = engine.complete(new RawRequest(text, greedy.size(), 0, OptionalLong.of(1), 5, true));
        assertThat(engine.tokens(text)).isEqualTo(integers(prompt.get("ids")));
        assertThat(completion.promptTokens()).isEqualTo(prompt.get("ids").size());
        assertThat(completion.ids()).isEqualTo(greedy);
        assertThat(completion.text()).isEqualTo(prompt.get("greedy_text").stringValue());
        for (int step = 0; step < prompt.get("top5").size(); step++) {
            List<TokenLogit> found = completion.logits().get(step);
            for (int rank = 0; rank < 5; rank++) {
                JsonNode expected = prompt.get("top5").get(step).get(rank);
                double logit = expected.get(1).doubleValue();
                assertThat((double) found.get(rank).logit()).isCloseTo(logit, LOGIT_TOLERANCE);
                if (found.get(rank).id() != expected.get(0).intValue()) {
                    assertThat(logitOf(found, expected.get(0).intValue())).isCloseTo(logit, within(1e-3));
                }
            }
        }
    }

    private static double logitOf(List<TokenLogit> logits, int id) {
        return logits.stream()
                .filter(it -> it.id() == id)
                .mapToDouble(TokenLogit::logit)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static List<Integer> integers(JsonNode array) {
        return array.valueStream().map(JsonNode::intValue).toList();
    }

    private static JsonNode golden(Path checkpoint) {
        return new JsonMapper().readTree(checkpoint.resolve("golden.json").toFile());
    }
}
