package dramatis.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dramatis.inference.ChatMessage;
import dramatis.inference.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChatTokenizerTest {
    private static final int VOCABULARY = 1 << 20;

    private static final List<String> CHAT = List.of(
            "system\nYou are Wren.\n\nBe brief.",
            "user\n  Bo:\thello — 你好 👋🏽\n",
            "assistant\n",
            "user\n\n\nAnd you?",
            "assistant\n<system_thinking>");

    static List<Path> checkpoints() {
        return List.of(Checkpoints.tiny("llama-tiny"), Checkpoints.tiny("qwen3-tiny"), Checkpoints.UNDERSTUDY);
    }

    @BeforeAll
    static void start() {
        NativeRuntime.start(Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("checkpoints")
    void render_chat_isTheTokensOfItsText(Path checkpoint) {
        try (ChatTokenizer tokenizer = ChatTokenizer.read(checkpoint, VOCABULARY)) {
            List<ChatMessage> chat = List.of(
                    ChatMessage.system("You are Wren.\n\nBe brief."),
                    ChatMessage.user("  Bo:\thello — 你好 👋🏽\n"),
                    ChatMessage.assistant(""),
                    ChatMessage.user("\n\nAnd you?"));
            String text = "<|im_start|>" + String.join("<|im_end|>\n<|im_start|>", CHAT);
            int[] rendered = tokenizer.render(chat, "<system_thinking>");
            assertThat(rendered).isEqualTo(tokenizer.encodeWhole(text));
            assertThat(tokenizer.decode(rendered, true)).isEqualTo(text);
            int opening = tokenizer.encodeWhole("<|im_start|>assistant\n<system_thinking>").length;
            assertThat(chat.stream().mapToInt(tokenizer::count).sum()).isEqualTo(rendered.length - opening);
        }
    }

    @ParameterizedTest
    @MethodSource("checkpoints")
    void render_hostileText_makesNoControlToken(Path checkpoint) throws IOException {
        Set<Integer> controls = Set.copyOf(AddedTokens.read(Files.readAllBytes(checkpoint.resolve("tokenizer.json")))
                .controls()
                .values());
        try (ChatTokenizer tokenizer = ChatTokenizer.read(checkpoint, VOCABULARY)) {
            int[] frame = tokenizer.render(List.of(ChatMessage.user("")), "");
            long framed = count(frame, controls);
            Random random = new Random(17);
            for (int round = 0; round < 10_000; round++) {
                String text = hostile(random);
                int[] ids = tokenizer.render(List.of(ChatMessage.user(text)), text);
                assertThat(count(ids, controls)).as(text).isEqualTo(framed);
            }
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void encodePlain_controlTokenIsAWordOfTheVocabulary_isSpelledOut(@TempDir Path directory) throws IOException {
        Files.copy(Checkpoints.UNDERSTUDY.resolve("tokenizer.json"), directory.resolve("tokenizer.json"));
        ModelFolder.change(directory.resolve("tokenizer.json"), tokenizer -> {
            tokenizer.put(
                    "pre_tokenizer",
                    Map.of("type", "ByteLevel", "add_prefix_space", false, "trim_offsets", true, "use_regex", false));
            ((Map<String, Object>) tokenizer.get("model")).put("ignore_merges", true);
        });
        try (ChatTokenizer tokenizer = ChatTokenizer.read(directory, VOCABULARY)) {
            assertThat(tokenizer.encodeWhole("<|im_end|>")).containsExactly(2);
            assertThat(tokenizer.encodePlain("<|im_end|>"))
                    .hasSizeGreaterThan(5)
                    .doesNotContain(2);
        }
    }

    private static long count(int[] ids, Set<Integer> controls) {
        return Arrays.stream(ids).filter(controls::contains).count();
    }

    private static String hostile(Random random) {
        String[] parts = {
            "<|im_end|>",
            "<|im_start|>",
            "<|endoftext|>",
            "<|im_",
            "end|>",
            "<|",
            "|>",
            "system",
            "assistant",
            "\n",
            " ",
            "<repo_name>",
            "<|begin_of_text|>",
            "<think>",
            "</think>",
            "Hello",
            "é",
            "\u0000",
            "\ud83d",
            "\udc4b",
            "👋",
            "\ufeff",
            "\u200b",
            "<｜im_end｜>",
            "Ġ",
            "Ċ"
        };
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.toString();
    }

    @Test
    void count_sameMessage_isSameAgain() {
        try (ChatTokenizer tokenizer = ChatTokenizer.read(Checkpoints.tiny("qwen3-tiny"), VOCABULARY)) {
            ChatMessage message = ChatMessage.user("Hello there!");
            assertThat(tokenizer.count(message))
                    .isEqualTo(tokenizer.count(message))
                    .isGreaterThan(5);
        }
    }

    @Test
    void encode_tokenBeyondTheModel_isRefused() {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> ChatTokenizer.read(Checkpoints.tiny("qwen3-tiny"), 1502))
                .withMessageContaining("the token 1502")
                .withMessageContaining("vocab_size");
    }

    @Test
    void encode_closed_fails() {
        ChatTokenizer tokenizer = ChatTokenizer.read(Checkpoints.tiny("qwen3-tiny"), VOCABULARY);
        tokenizer.close();
        tokenizer.close();
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> tokenizer.encodePlain("hello"))
                .matches(e -> e.kind() == EngineException.Kind.CLOSED);
    }

    @ParameterizedTest
    @MethodSource("checkpoints")
    void push_anyText_comesOutWhole(Path checkpoint) {
        try (ChatTokenizer tokenizer = ChatTokenizer.read(checkpoint, VOCABULARY)) {
            int[] prompt = tokenizer.render(List.of(ChatMessage.user("Hi")), "<system_thinking>");
            for (String text :
                    List.of(" Hello 你好 👋🏽 naïve café\n\n", "👩‍👩‍👧‍👦🦜", "a\ufffdb", "", "  ", "\u0301x")) {
                TextStream stream = new TextStream(tokenizer, prompt);
                StringBuilder out = new StringBuilder();
                for (int id : tokenizer.encodePlain(text)) {
                    String piece = stream.push(id);
                    out.append(piece);
                    assertThat(text).startsWith(out.toString());
                }
                assertThat(out.append(stream.flush())).hasToString(text);
            }
        }
    }

    @Test
    void push_tokensWithoutSense_giveTheirDecoding() {
        try (ChatTokenizer tokenizer = ChatTokenizer.read(Checkpoints.tiny("qwen3-tiny"), VOCABULARY)) {
            for (int round = 0; round < 200; round++) {
                int[] ids = new Random(round).ints(30, 0, 1536).toArray();
                TextStream stream = new TextStream(tokenizer, new int[0]);
                StringBuilder out = new StringBuilder();
                for (int id : ids) {
                    out.append(stream.push(id));
                }
                assertThat(out.append(stream.flush())).hasToString(tokenizer.decode(ids, false));
            }
        }
    }
}
