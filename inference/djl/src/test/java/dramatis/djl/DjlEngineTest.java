package dramatis.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dramatis.inference.ChatMessage;
import dramatis.inference.Completion;
import dramatis.inference.Completion.Finish;
import dramatis.inference.EngineException;
import dramatis.inference.GenerationRequest;
import dramatis.inference.RecordingSink;
import dramatis.inference.Sampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DjlEngineTest {
    private static final List<ChatMessage> OPENING =
            List.of(ChatMessage.system("You are Wren."), ChatMessage.user("Bo: hi there, how are you?"));

    @TempDir
    private Path directory;

    @Test
    void generate_nextTurns_readOnlyWhatIsNew_andSayTheSame() {
        for (String name : List.of("llama-tiny", "qwen2-tiny", "qwen3-tiny")) {
            try (DjlEngine engine = load(name);
                    DjlEngine fresh = DjlEngine.load(
                            Checkpoints.options(Checkpoints.tiny(name)).withKvBytes(0))) {
                List<ChatMessage> chat = new ArrayList<>(OPENING);
                int known = 0;
                for (int turn = 0; turn < 4; turn++) {
                    RecordingSink reused = new RecordingSink();
                    RecordingSink cold = new RecordingSink();
                    Completion completion = engine.generate(request(chat, "<plan>", greedy(12)), reused);
                    Completion again = fresh.generate(request(chat, "<plan>", greedy(12)), cold);
                    assertThat(reused.text()).isEqualTo(cold.text());
                    assertThat(again.cachedTokens()).isZero();
                    assertThat(completion.cachedTokens()).isGreaterThanOrEqualTo(known);
                    known = chat.stream().mapToInt(engine::countTokens).sum();
                    chat.add(ChatMessage.assistant(reused.text()));
                    chat.add(ChatMessage.user("Bo: and what then? " + turn));
                }
            }
        }
    }

    @Test
    void generate_samePromptAgain_readsOneToken() {
        try (DjlEngine engine = load("qwen3-tiny")) {
            Completion first = engine.generate(request(OPENING, "", greedy(3)), new RecordingSink());
            Completion second = engine.generate(request(OPENING, "", greedy(3)), new RecordingSink());
            assertThat(first.cachedTokens()).isZero();
            assertThat(second.cachedTokens()).isEqualTo(second.promptTokens() - 1);
        }
    }

    @Test
    void generate_longPrompt_isReadInChunksUntilCancelled() {
        try (DjlEngine engine = load("qwen3-tiny")) {
            List<ChatMessage> chat = List.of(ChatMessage.user("and so on ".repeat(400)));
            int[] asked = {0};
            RecordingSink sink = new RecordingSink(pieces -> ++asked[0] > 2);
            Completion completion = engine.generate(request(chat, "", greedy(3)), sink);
            assertThat(completion.finish()).isEqualTo(Finish.CANCELLED);
            assertThat(completion.promptTokens()).isGreaterThan(3 * Decoder.CHUNK);
            Completion next = engine.generate(request(chat, "", greedy(3)), new RecordingSink());
            assertThat(next.cachedTokens()).isBetween(Decoder.CHUNK, 2 * Decoder.CHUNK);
        }
    }

    @Test
    void generate_endOfContext_endsThere() throws IOException {
        ModelFolder folder = new ModelFolder(directory, ModelFolder.SMALL);
        folder.change("config.json", config -> config.put("max_position_embeddings", 48));
        folder.change("generation_config.json", config -> config.remove("eos_token_id"));
        try (DjlEngine engine = folder.load()) {
            assertThat(engine.contextTokens()).isEqualTo(48);
            RawCompletion all = engine.complete(raw("Hello", 100));
            assertThat(all.promptTokens() + all.ids().size()).isEqualTo(48);
            Completion completion = engine.generate(request(OPENING, "", greedy(100)), new RecordingSink());
            if (completion.finish() == Finish.LENGTH) {
                assertThat(completion.promptTokens() + completion.newTokens()).isEqualTo(48);
            }
            assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(() -> engine.complete(raw("and so on ".repeat(30), 1)))
                    .matches(e -> e.kind() == EngineException.Kind.TOO_LONG)
                    .withMessageContaining("48");
        }
    }

    @Test
    void load_contextLimit_holds() {
        Path tiny = Checkpoints.tiny("qwen3-tiny");
        try (DjlEngine engine = DjlEngine.load(Checkpoints.options(tiny).withContextLimit(64))) {
            assertThat(engine.contextTokens()).isEqualTo(64);
            assertThat(engine.name()).isEqualTo("qwen3-tiny");
        }
    }

    @Test
    void generate_endToken_endsTheReply() throws IOException {
        RawCompletion free;
        try (DjlEngine engine = load("qwen3-tiny")) {
            free = engine.complete(raw("<|im_start|>user\nHello<|im_end|>\n<|im_start|>assistant\n", 8));
        }
        int fifth = free.ids().get(4);
        int length = free.ids().indexOf(fifth);
        ModelFolder folder = copyOf("qwen3-tiny");
        folder.change("generation_config.json", config -> config.put("eos_token_id", fifth));
        try (DjlEngine engine = folder.load()) {
            RecordingSink sink = new RecordingSink();
            Completion completion = engine.generate(request(List.of(ChatMessage.user("Hello")), "", greedy(8)), sink);
            assertThat(completion.finish()).isEqualTo(Finish.STOP);
            assertThat(completion.newTokens()).isEqualTo(length);
            RawCompletion ended = engine.complete(new RawRequest(
                    "<|im_start|>user\nHello<|im_end|>\n<|im_start|>assistant\n",
                    8,
                    0,
                    OptionalLong.empty(),
                    0,
                    false));
            assertThat(ended.ids()).isEqualTo(free.ids().subList(0, length + 1));
        }
    }

    private ModelFolder copyOf(String name) throws IOException {
        ModelFolder folder = new ModelFolder(directory, ModelFolder.SMALL);
        Files.delete(directory.resolve("model.safetensors"));
        try (var files = Files.list(Checkpoints.tiny(name))) {
            for (Path file : files.toList()) {
                Files.copy(file, directory.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return folder;
    }

    @Test
    void generate_seed_decidesTheReply() {
        try (DjlEngine engine = load("llama-tiny")) {
            assertThat(text(engine, 1)).isEqualTo(text(engine, 1)).isNotEqualTo(text(engine, 2));
        }
    }

    private static String text(DjlEngine engine, long seed) {
        Sampling sampling = new Sampling(1, 0.95, 0, 0, 1.1, 0, 20, OptionalLong.of(seed));
        RecordingSink sink = new RecordingSink();
        engine.generate(new GenerationRequest(OPENING, "", sampling, List.of(), "seed " + System.nanoTime()), sink);
        return sink.text();
    }

    @Test
    void generate_twoSeats_takeTurns() {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        try (DjlEngine engine = load("llama-tiny")) {
            List<CompletableFuture<Void>> seats = new ArrayList<>();
            for (String seat : List.of("a", "b")) {
                seats.add(CompletableFuture.runAsync(() -> {
                    RecordingSink sink = new RecordingSink(pieces -> {
                        order.add(seat);
                        return false;
                    });
                    engine.generate(new GenerationRequest(OPENING, "", greedy(40), List.of(), seat), sink);
                }));
            }
            seats.forEach(it -> it.orTimeout(60, TimeUnit.SECONDS).join());
        }
        int first = Math.max(order.indexOf("a"), order.indexOf("b"));
        assertThat(order.subList(first, first + 20)).contains("a", "b");
    }

    @Test
    void complete_samePromptWithMore_reusesTheLongestBeginning() {
        try (DjlEngine engine = load("qwen2-tiny")) {
            RawCompletion one = engine.complete(raw("Hello there, Wren.", 4));
            engine.complete(raw("Something else.", 4));
            RawCompletion two = engine.complete(raw("Hello there, Wren. How do you do?", 4));
            assertThat(two.cachedTokens()).isGreaterThanOrEqualTo(one.promptTokens() - 1);
        }
    }

    @Test
    void complete_logits_areBestFirstAndAsManyAsAsked() {
        try (DjlEngine engine = load("qwen2-tiny")) {
            RawCompletion completion = engine.complete(new RawRequest("Hello", 3, 0, OptionalLong.empty(), 7, true));
            assertThat(completion.logits()).hasSize(3).allSatisfy(step -> {
                assertThat(step).hasSize(7).isSortedAccordingTo((a, b) -> Float.compare(b.logit(), a.logit()));
            });
            assertThat(completion.logits().get(0).get(0).id())
                    .isEqualTo(completion.ids().get(0));
        }
    }

    @Test
    void complete_emptyPrompt_isRefused() {
        try (DjlEngine engine = load("qwen2-tiny")) {
            assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(() -> engine.complete(raw("", 1)))
                    .withMessageContaining("no token");
        }
    }

    @Test
    void close_twice_isFine() {
        DjlEngine engine = load("qwen2-tiny");
        engine.close();
        engine.close();
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> engine.complete(raw("Hello", 1)))
                .matches(e -> e.kind() == EngineException.Kind.CLOSED);
    }

    private static DjlEngine load(String name) {
        return DjlEngine.load(Checkpoints.options(Checkpoints.tiny(name)));
    }

    private static RawRequest raw(String prompt, int tokens) {
        return new RawRequest(prompt, tokens, 0, OptionalLong.empty(), 0, true);
    }

    private static Sampling greedy(int tokens) {
        return new Sampling(0, 1, 0, 0, 1, 0, tokens, OptionalLong.empty());
    }

    private static GenerationRequest request(List<ChatMessage> chat, String prefix, Sampling sampling) {
        return new GenerationRequest(chat, prefix, sampling, List.of(), "key");
    }
}
