package dramatis.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dramatis.djl.RandomCheckpoint.Shape;
import dramatis.djl.RandomCheckpoint.Storage;
import dramatis.inference.EngineException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What cannot be played exactly is refused, in a sentence with its name and with what is allowed. */
class RefusalTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "model_type | \"mistral\" | llama, qwen2, qwen3",
                "architectures | [\"Qwen2ForSequenceClassification\"] | Qwen2ForCausalLM",
                "hidden_act | \"gelu\" | silu",
                "hidden_size | \"wide\" | an integer",
                "hidden_size | 0 | 1 or more",
                "num_attention_heads | 5 | num_key_value_heads",
                "head_dim | 7 | even",
                "use_sliding_window | true | full attention",
                "layer_types | [\"sliding_attention\"] | full_attention",
                "rope_scaling | {\"type\": \"linear\", \"factor\": 2} | default and llama3",
                "rope_scaling | {\"rope_type\": \"yarn\", \"factor\": 4} | default and llama3",
                "rope_scaling | {\"rope_type\": \"dynamic\", \"factor\": 4} | default and llama3",
                "rope_parameters | {\"rope_type\": \"longrope\"} | default and llama3",
                "rope_scaling | {\"rope_type\": \"llama3\", \"factor\": 4} | low_freq_factor is missing",
                "partial_rotary_factor | 0.5 | only 1",
                "rms_norm_eps | \"small\" | a number",
                "vocab_size | 1503 | tensor",
                "quantization_config | {\"quant_method\": \"gptq\", \"bits\": 4} | int-quantized",
                "quantization_config | {\"quant_method\": \"awq\"} | int-quantized"
            })
    void load_configThatIsNotPlayed_saysWhatAndWhatIs(String key, String value, String allowed) throws IOException {
        ModelFolder folder = new ModelFolder(directory, ModelFolder.SMALL);
        Object parsed = new JsonMapper().readValue(value, Object.class);
        boolean windowed = key.equals("use_sliding_window");
        folder.change("config.json", config -> {
            config.put(key, parsed);
            config.put("max_window_layers", windowed ? 1 : 28);
        });
        assertThat(refusal(folder)).contains(allowed);
        if (!allowed.equals("tensor")) {
            assertThat(refusal(folder)).contains(key.equals("rope_scaling") ? "rope" : key.substring(0, 4));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "num_bits | 4",
                "symmetric | false",
                "strategy | \"group\"",
                "strategy | \"tensor\"",
                "strategy | null",
                "type | \"float\"",
                "group_size | 128",
                "dynamic | true",
                "actorder | \"group\""
            })
    void load_otherQuantization_saysWhatAndWhatIs(String key, String value) throws IOException {
        ModelFolder folder = new ModelFolder(directory, quantized());
        Object parsed = new JsonMapper().readValue(value, Object.class);
        folder.change(
                "config.json",
                config -> group(config, it -> child(it, "weights").put(key, parsed)));
        assertThat(refusal(folder)).contains(key).contains("one scale a row");
    }

    @Test
    void load_quantizedActivations_saysSo() throws IOException {
        ModelFolder folder = new ModelFolder(directory, quantized());
        folder.change("config.json", config -> group(config, it -> it.put("input_activations", Map.of("num_bits", 8))));
        assertThat(refusal(folder)).contains("input_activations").contains("activations as they are");
    }

    @Test
    void load_otherFormat_saysSo() throws IOException {
        ModelFolder folder = new ModelFolder(directory, quantized());
        folder.change(
                "config.json", config -> child(config, "quantization_config").put("format", "pack-quantized"));
        assertThat(refusal(folder)).contains("pack-quantized").contains("int-quantized");
    }

    @Test
    void load_integersWithoutQuantization_saysSo() throws IOException {
        ModelFolder folder = new ModelFolder(directory, quantized());
        folder.change("config.json", config -> config.remove("quantization_config"));
        assertThat(refusal(folder)).contains("I8").contains("quantization_config");
    }

    @Test
    void load_noWeights_namesThePickle() throws IOException {
        ModelFolder folder = new ModelFolder(directory, ModelFolder.SMALL);
        Files.move(directory.resolve("model.safetensors"), directory.resolve("pytorch_model.bin"));
        assertThat(refusal(folder))
                .contains("model.safetensors")
                .contains("pytorch_model.bin")
                .contains("pickle");
    }

    @Test
    void load_missingTensor_namesIt() throws IOException {
        ModelFolder folder = new ModelFolder(directory, ModelFolder.SMALL);
        folder.change("config.json", config -> config.put("num_hidden_layers", 3));
        assertThat(refusal(folder)).contains("model.layers.2.input_layernorm.weight is missing");
    }

    @Test
    void load_wrongShape_namesIt() throws IOException {
        ModelFolder folder = new ModelFolder(directory, ModelFolder.SMALL);
        folder.change("config.json", config -> config.put("intermediate_size", 44));
        assertThat(refusal(folder))
                .contains("model.layers.0.mlp.gate_proj.weight")
                .contains("[40, 24]")
                .contains("[44, 24]");
    }

    @Test
    void load_tensorWithoutAPlace_namesIt() throws IOException {
        ModelFolder folder = new ModelFolder(directory, ModelFolder.SMALL);
        folder.change("config.json", config -> config.put("num_hidden_layers", 1));
        assertThat(refusal(folder))
                .contains("model.layers.1.input_layernorm.weight")
                .contains("no place");
    }

    @Test
    void load_fileCutOff_saysSo() throws IOException {
        ModelFolder folder = new ModelFolder(directory, ModelFolder.SMALL);
        Path file = directory.resolve("model.safetensors");
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 7, 8, 100, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(refusal(folder)).contains("cut off");
        }
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        assertThat(refusal(folder)).contains("too long");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}} | damaged",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}} | damaged",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}} | damaged",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}} | damaged",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1]}} | damaged",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296,4294967296],\"data_offsets\":[0,4]}} | damaged",
                "{\"a\":{\"dtype\":\"F8_E4M3\",\"shape\":[4],\"data_offsets\":[0,4]}} | F32, F16, BF16, I8",
                "{\"a\":[]} | an object",
                "[] | a JSON object",
                "{\"a\": | not JSON"
            })
    void load_headerThatLies_saysSo(String header, String said) throws IOException {
        ModelFolder folder = new ModelFolder(directory, ModelFolder.SMALL);
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + 4).order(ByteOrder.LITTLE_ENDIAN);
        Files.write(
                directory.resolve("model.safetensors"),
                bytes.putLong(json.length).put(json).array());
        assertThat(refusal(folder)).contains(said);
    }

    @Test
    void load_indexThatLies_saysSo() throws IOException {
        ModelFolder folder = new ModelFolder(directory, ModelFolder.SMALL);
        Files.move(directory.resolve("model.safetensors"), directory.resolve("one.safetensors"));
        Path index = directory.resolve("model.safetensors.index.json");
        Files.writeString(index, "{\"weight_map\": {\"nowhere\": \"one.safetensors\"}}");
        assertThat(refusal(folder)).contains("nowhere");
        Files.writeString(index, "{\"weight_map\": {\"nowhere\": \"../one.safetensors\"}}");
        assertThat(refusal(folder)).contains("beside it");
        Files.writeString(index, "{\"weight_map\": {\"nowhere\": \"two.safetensors\"}}");
        assertThat(refusal(folder)).contains("two.safetensors").contains("complete?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[INST] {{ messages[0].content }} [/INST] | ChatML",
                "{{ bos_token }}<|im_start|>user<|im_end|> | bos_token",
                "<|im_start|>user<|im_sep|>hi<|im_end|> | <|im_sep|>"
            })
    void load_otherTemplate_saysSo(String template, String said) throws IOException {
        ModelFolder folder = new ModelFolder(directory, ModelFolder.SMALL);
        folder.change("tokenizer_config.json", config -> config.put("chat_template", template));
        assertThat(refusal(folder)).contains(said).contains("only ChatML is played");
        folder.change("tokenizer_config.json", config -> config.remove("chat_template"));
        Files.writeString(directory.resolve("chat_template.jinja"), template);
        assertThat(refusal(folder)).contains(said);
    }

    @Test
    void load_tokenizerWithoutChatMl_saysSo() throws IOException {
        ModelFolder folder = new ModelFolder(directory, ModelFolder.SMALL);
        folder.change("tokenizer.json", tokenizer -> tokenizer.put("added_tokens", List.of()));
        assertThat(refusal(folder)).contains("<|im_start|>");
    }

    @Test
    void load_tokenizerThatIsNone_saysSo() throws IOException {
        ModelFolder folder = new ModelFolder(directory, ModelFolder.SMALL);
        Files.writeString(directory.resolve("tokenizer.json"), "{");
        assertThat(refusal(folder)).contains("tokenizer.json");
    }

    @Test
    void load_samplingOutOfRange_saysSo() throws IOException {
        ModelFolder folder = new ModelFolder(directory, ModelFolder.SMALL);
        folder.change("generation_config.json", config -> config.put("repetition_penalty", 0.5));
        assertThat(refusal(folder)).contains("generation_config.json").contains("repetition_penalty must be between");
    }

    @Test
    void load_noDirectory_saysSo() {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> DjlEngine.load(EngineOptions.of(directory.resolve("none"))))
                .withMessageContaining("not a directory");
    }

    private static String refusal(ModelFolder folder) {
        try (DjlEngine loaded = folder.load()) {
            throw new AssertionError("was not refused: " + loaded.name());
        } catch (EngineException e) {
            assertThat(e.kind()).isEqualTo(EngineException.Kind.UNSUPPORTED);
            return e.getMessage();
        }
    }

    private static Shape quantized() {
        Shape it = ModelFolder.SMALL;
        return new Shape(
                "qwen2",
                it.hidden(),
                it.inner(),
                2,
                4,
                2,
                6,
                false,
                1536,
                true,
                false,
                false,
                Storage.I8,
                1,
                it.rope());
    }

    private static void group(Map<String, Object> config, Consumer<Map<String, Object>> change) {
        change.accept(child(child(child(config, "quantization_config"), "config_groups"), "group_0"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> child(Map<String, Object> parent, String key) {
        Map<String, Object> child = new HashMap<>((Map<String, Object>) parent.get(key));
        parent.put(key, child);
        return child;
    }
}
