package dramatis.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dramatis.inference.Sampling;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModelConfigTest {
    @Test
    void read_llamaWithNothingSaid_takesTransformersDefaults() {
        ModelConfig config = config("{\"model_type\": \"llama\"}");
        assertThat(config)
                .isEqualTo(new ModelConfig(
                        Architecture.LLAMA,
                        4096,
                        11008,
                        32,
                        32,
                        32,
                        128,
                        32000,
                        2048,
                        1e-6,
                        false,
                        false,
                        false,
                        false,
                        false,
                        new Rope(10_000, Optional.empty()),
                        false));
    }

    @Test
    void read_qwen2WithNothingSaid_takesTransformersDefaults() {
        ModelConfig config = config("{\"model_type\": \"qwen2\", \"num_attention_heads\": 64}");
        assertThat(config.keyHeads()).isEqualTo(32);
        assertThat(config.headSize()).isEqualTo(64);
        assertThat(config.positions()).isEqualTo(32768);
        assertThat(config.vocabulary()).isEqualTo(151936);
        assertThat(config.tied()).isFalse();
        assertThat(config.qkvBias()).isTrue();
        assertThat(config.outputBias()).isFalse();
    }

    @Test
    void read_qwen3WithNothingSaid_hasHeadsOf128AndNorms() {
        ModelConfig config = config("{\"model_type\": \"qwen3\", \"hidden_size\": 320}");
        assertThat(config.headSize()).isEqualTo(128);
        assertThat(config.headNorms()).isTrue();
        assertThat(config.qkvBias()).isFalse();
        assertThat(config("{\"model_type\": \"qwen3\", \"attention_bias\": true}")
                        .outputBias())
                .isTrue();
    }

    @Test
    void read_keyHeadsNull_areAsManyAsHeads() {
        assertThat(config("{\"model_type\": \"qwen2\", \"num_attention_heads\": 16, \"num_key_value_heads\": null}")
                        .keyHeads())
                .isEqualTo(16);
        assertThat(config("{\"model_type\": \"llama\", \"num_attention_heads\": 16}")
                        .keyHeads())
                .isEqualTo(16);
    }

    @Test
    void read_windowThatNoLayerUses_isPlayed() {
        String window = "\"use_sliding_window\": true, \"max_window_layers\": 28, \"num_hidden_layers\": 28}";
        assertThat(config("{\"model_type\": \"qwen2\", " + window).layers()).isEqualTo(28);
    }

    @Test
    void read_bothFormsOfRope_areTheSame() {
        String inner = "\"factor\": 8, \"low_freq_factor\": 1, \"high_freq_factor\": 4,"
                + " \"original_max_position_embeddings\": 64";
        String start = "{\"model_type\": \"llama\", ";
        Rope old = config(start + "\"rope_theta\": 500, \"rope_scaling\": {\"type\": \"llama3\", " + inner + "}}")
                .rope();
        Rope renewed = config(
                        start + "\"rope_parameters\": {\"rope_type\": \"llama3\", \"rope_theta\": 500, " + inner + "}}")
                .rope();
        assertThat(renewed).isEqualTo(old);
        assertThat(old.llama3()).contains(new Rope.Llama3(8, 1, 4, 64));
        assertThat(config(start + "\"rope_parameters\": {}, \"rope_theta\": 7}")
                        .rope()
                        .theta())
                .isEqualTo(7);
        assertThat(config(start + "\"rope_scaling\": {\"rope_type\": \"default\"}}")
                        .rope())
                .isEqualTo(new Rope(10_000, Optional.empty()));
    }

    @Test
    void frequencies_llama3_stretchesLongWavelengthsOnly() {
        Rope plain = new Rope(10_000, Optional.empty());
        Rope scaled = new Rope(10_000, Optional.of(new Rope.Llama3(8, 1, 4, 64)));
        float[] before = plain.frequencies(16);
        float[] after = scaled.frequencies(16);
        assertThat(before[0]).isEqualTo(1);
        assertThat(after[0]).isEqualTo(before[0]);
        assertThat(after[7]).isCloseTo(before[7] / 8, within(1e-9f));
    }

    @Test
    void defaults_nothingSaid_areTheProjects() {
        assertThat(defaults("{}", "{}")).isEqualTo(new GenerationDefaults(Sampling.DEFAULT, Set.of()));
    }

    @Test
    void defaults_ends_areOneOrMany_fromEitherFile() {
        assertThat(defaults("{\"eos_token_id\": [1, 2]}", "{\"eos_token_id\": 3}")
                        .endIds())
                .containsOnly(1, 2);
        assertThat(defaults("{\"eos_token_id\": 5}", "{}").endIds()).containsOnly(5);
        assertThat(defaults("{}", "{\"eos_token_id\": [3]}").endIds()).containsOnly(3);
    }

    @Test
    void defaults_everyKey_isTaken() {
        Sampling sampling = defaults(
                        "{\"temperature\": 0.5, \"top_p\": 0.8, \"top_k\": 20, \"min_p\": 0.05, \"repetition_penalty\": 1.2,"
                                + " \"no_repeat_ngram_size\": 6, \"max_new_tokens\": 300}",
                        "{}")
                .sampling();
        assertThat(sampling).isEqualTo(new Sampling(0.5, 0.8, 20, 0.05, 1.2, 6, 300, OptionalLong.empty()));
        assertThat(defaults("{\"do_sample\": false, \"temperature\": 0.5}", "{}")
                        .sampling()
                        .temperature())
                .isZero();
    }

    private static ModelConfig config(String json) {
        return ModelConfig.read(settings("config.json", json));
    }

    private static GenerationDefaults defaults(String generation, String config) {
        return GenerationDefaults.read(settings("generation_config.json", generation), settings("config.json", config));
    }

    private static Settings settings(String name, String json) {
        return Settings.of(name, json.getBytes(StandardCharsets.UTF_8));
    }
}
