package dramatis.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PrefixReuseTest {
    @Test
    void complete_samePromptAgain_givesTheSameTextFromTheCache() {
        try (DjlEngine engine = DjlEngine.load(Checkpoints.options(Checkpoints.tiny("qwen3-tiny")))) {
            RawRequest request = new RawRequest(
                    "<|im_start|>system\nYou are Wren.<|im_end|>\n<|im_start|>user\nBo: hi there, how are you?<|im_end|>\n<|im_start|>assistant\n",
                    16,
                    0,
                    OptionalLong.empty(),
                    4,
                    true);
            RawCompletion first = engine.complete(request);
            RawCompletion second = engine.complete(request);
            assertThat(first.cachedTokens()).isZero();
            assertThat(second.cachedTokens()).isEqualTo(first.promptTokens() - 1);
            assertThat(second.ids()).isEqualTo(first.ids());
        }
    }
}
