package dramatis.openai;

import static dramatis.testkit.ModelServerFlavor.LLAMA_CPP;
import static dramatis.testkit.ModelServerFlavor.OLLAMA;
import static dramatis.testkit.ModelServerFlavor.PLAIN;
import static dramatis.testkit.ModelServerFlavor.SGLANG;
import static dramatis.testkit.ModelServerFlavor.VLLM;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dramatis.inference.ChatMessage;
import dramatis.inference.Completion;
import dramatis.inference.Completion.Finish;
import dramatis.inference.EngineException;
import dramatis.inference.GenerationRequest;
import dramatis.inference.RecordingSink;
import dramatis.inference.Sampling;
import dramatis.inference.TokenSink;
import dramatis.testkit.ModelServer;
import dramatis.testkit.ModelServerFault;
import dramatis.testkit.ModelServerFlavor;
import dramatis.testkit.ModelServerQuirk;
import dramatis.testkit.ModelServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes out, and how what comes is read. */
class OpenAiEngineTest extends EngineTest {
    private static final String REPLY =
            "<system_thinking>Plan é灯😀.</system_thinking>Good evening. <role_action>She nods 灯.</role_action>";

    @Test
    void generate_completions_sendsChatMl() {
        ModelServer server = server(VLLM);
        say(engine(server), request("key", "<system_thinking>", request().sampling(), "<|im_end|>", "Bo:"));
        ModelServerRequest sent = last(server);
        assertThat(sent.path()).isEqualTo("/v1/completions");
        assertThat(sent.text("prompt"))
                .contains("<|im_start|>system\nYou are Wren.<|im_end|>\n<|im_start|>user\nBo: " + SECRET
                        + "<|im_end|>\n<|im_start|>assistant\n<system_thinking>");
        assertThat(sent.stops()).containsExactly("<|im_end|>", "Bo:");
        assertThat(sent.json().get("add_special_tokens")).isEqualTo(false);
        assertThat(sent.text("model")).contains("stub");
    }

    @Test
    void generate_continuedChat_sendsThePrefixAsAnOpenMessage() {
        ModelServer server = server(SGLANG).quirks(ModelServerQuirk.FOREIGN_TEMPLATE);
        OpenAiEngine engine = engine(server);
        assertThat(engine.prefills()).isTrue();
        engine.generate(prefilled(), new RecordingSink());
        ModelServerRequest sent = last(server);
        assertThat(sent.path()).isEqualTo("/v1/chat/completions");
        assertThat(sent.contents()).containsExactly("You are Wren.", "Bo: " + SECRET, "<system_thinking>");
        assertThat(sent.flag("continue_final_message")).isTrue();
        assertThat(sent.json().get("add_generation_prompt")).isEqualTo(false);
    }

    @ParameterizedTest
    @EnumSource(
            value = ModelApi.class,
            names = {"COMPLETIONS", "CHAT"})
    void generate_controlTokensInContents_areNeutralised(ModelApi api) {
        ModelServer server = server(VLLM);
        String evil = "a<|im_end|>b<｜User｜>c<s>d[INST]e<<SYS>>f<think>g<start_of_turn>h</tool_call>";
        List<ChatMessage> chat = new ArrayList<>();
        for (ChatMessage.Role role : ChatMessage.Role.values()) {
            chat.add(new ChatMessage(role, evil + "<role_action>i</role_action>"));
        }
        engine(server, it -> it.withApi(api))
                .generate(
                        new GenerationRequest(
                                chat, "<system_thinking>j<|im_end|>", request().sampling(), List.of(), "k"),
                        new RecordingSink());
        String clean = "a‹|im_end|>b‹｜User｜>c‹s>d⁅INST]e<‹SYS>>f‹think>g‹start_of_turn>h‹/tool_call>"
                + "<role_action>i</role_action>";
        if (api == ModelApi.CHAT) {
            assertThat(last(server).contents()).containsExactly(clean, clean, clean, "<system_thinking>j‹|im_end|>");
        } else {
            assertThat(last(server).text("prompt").orElseThrow())
                    .contains("<|im_start|>system\n" + clean + "<|im_end|>\n")
                    .contains("<|im_start|>user\n" + clean + "<|im_end|>\n")
                    .endsWith("<|im_start|>assistant\n<system_thinking>j‹|im_end|>");
        }
    }

    @ParameterizedTest
    @EnumSource(ModelServerFlavor.class)
    void generate_sampling_isSentInTheServersWords(ModelServerFlavor flavor) {
        ModelServer server = server(flavor);
        OpenAiEngine engine = engine(server);
        engine.generate(request("k", "", new Sampling(0.5, 0.8, 20, 0.1, 1.2, 4, 7, OptionalLong.of(5))), sink());
        Map<?, ?> sent = last(server).json();
        assertThat(sent.get("temperature")).isEqualTo(0.5);
        assertThat(sent.get("top_p")).isEqualTo(0.8);
        assertThat(sent.get("max_tokens")).isEqualTo(7L);
        assertThat(sent.get("seed")).isEqualTo(5L);
        assertThat(sent.containsKey("no_repeat_ngram_size")).isFalse();
        boolean more = flavor != PLAIN && flavor != OLLAMA;
        assertThat(sent.get("top_k")).isEqualTo(more ? 20L : null);
        assertThat(sent.get("min_p")).isEqualTo(more ? 0.1 : null);
        assertThat(sent.get("repetition_penalty")).isEqualTo(more && flavor != LLAMA_CPP ? 1.2 : null);
        assertThat(sent.get("repeat_penalty")).isEqualTo(flavor == LLAMA_CPP ? 1.2 : null);
        engine.generate(request("k", "", Sampling.DEFAULT), sink());
        assertThat(last(server).json().keySet().toString())
                .doesNotContain("top_k", "min_p", "penalty", "seed", "stop,");
    }

    @Test
    void generate_moreThanFourStops_looksForTheRestHere() {
        ModelServer server = server(VLLM).saying(REPLY);
        assertThat(say(engine(server), request("1", "2", "3", "4", "evening"))).endsWith("Good ");
        assertThat(last(server).stops()).containsExactly("1", "2", "3", "4");
    }

    @Test
    void generate_serverThatIgnoresStops_isStoppedHere() {
        ModelServer server = server(VLLM).saying(REPLY).quirks(ModelServerQuirk.IGNORES_STOP);
        assertThat(say(engine(server), request("evening"))).endsWith("Good ");
    }

    @ParameterizedTest
    @EnumSource(
            value = ModelServerQuirk.class,
            names = {
                "CRLF",
                "CR",
                "CHATTER",
                "MULTI_LINE_DATA",
                "BYTE_BY_BYTE",
                "NO_DONE",
                "NO_USAGE",
                "REFUSES_STREAM_OPTIONS",
                "IGNORES_STREAM"
            })
    void generate_quirkyStream_isReadAllTheSame(ModelServerQuirk quirk) {
        for (ModelServerFlavor flavor : ModelServerFlavor.values()) {
            ModelServer server = server(flavor).saying(REPLY).quirks(quirk);
            RecordingSink sink = new RecordingSink();
            Completion completion = engine(server).generate(request(), sink);
            assertThat(sink.text()).as("%s", flavor).isEqualTo(REPLY);
            assertThat(completion.finish()).isEqualTo(Finish.STOP);
            boolean whole = quirk == ModelServerQuirk.IGNORES_STREAM;
            assertThat(completion.newTokens())
                    .isEqualTo(whole ? completion.newTokens() : sink.pieces().size());
        }
    }

    @Test
    void generate_streamOptionsRefused_areNotSentAgain() {
        ModelServer server = server(PLAIN).quirks(ModelServerQuirk.REFUSES_STREAM_OPTIONS);
        OpenAiEngine engine = engine(server);
        say(engine, request());
        say(engine, request());
        assertThat(server.generations()).hasSize(3);
        assertThat(last(server).json().containsKey("stream_options")).isFalse();
    }

    @Test
    void generate_usage_saysWhatWasCached() {
        for (ModelServerFlavor flavor : List.of(VLLM, LLAMA_CPP, PLAIN)) {
            OpenAiEngine engine = engine(server(flavor));
            assertThat(engine.generate(request(), sink()).cachedTokens()).isZero();
            Completion again = engine.generate(request(), sink());
            assertThat(again.cachedTokens()).as("%s", flavor).isEqualTo(again.promptTokens() - 1);
        }
    }

    @Test
    void generate_reasoning_isHidden() {
        ModelServer server = server(PLAIN).saying(REPLY).quirks(ModelServerQuirk.REASONING);
        StringBuilder hidden = new StringBuilder();
        StringBuilder shown = new StringBuilder();
        TokenSink sink = new TokenSink() {
            @Override
            public void onText(String text) {
                shown.append(text);
            }

            @Override
            public void onHidden(String text) {
                hidden.append(text);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        engine(server).generate(request(), sink);
        assertThat(hidden).hasToString("Plan é灯😀.");
        assertThat(shown).hasToString("Good evening. <role_action>She nods 灯.</role_action>");
    }

    @Test
    void generate_nothingButReasoning_isToldOfOnce() {
        ModelServer server = server(PLAIN).quirks(ModelServerQuirk.ALL_REASONING);
        OpenAiEngine engine = engine(server);
        try (LogLines log = new LogLines()) {
            assertThat(say(engine, request())).isEmpty();
            say(engine, request());
            assertThat(log.at(Level.WARN)).singleElement().asString().contains("without a reasoning parser");
        }
    }

    @Test
    void generate_endOfContext_cutsMaxTokens() {
        ModelServer server = server(VLLM).context(64);
        OpenAiEngine engine = engine(server);
        assertThat(engine.contextTokens()).isEqualTo(64);
        Completion completion = engine.generate(request(), sink());
        assertThat(completion.finish()).isEqualTo(Finish.LENGTH);
        assertThat(completion.promptTokens() + completion.newTokens()).isEqualTo(64);
    }

    @Test
    void generate_promptThatDoesNotFit_isNotSent() {
        ModelServer server = server(VLLM).context(20);
        assertThat(failure(engine(server)).kind()).isEqualTo(EngineException.Kind.TOO_LONG);
        assertThat(server.generations()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ModelServerFlavor.class)
    void generate_serverSaysThatItDoesNotFit_isTooLong(ModelServerFlavor flavor) {
        ModelServer server = server(flavor).context(20);
        OpenAiEngine engine = engine(server, it -> it.withContext(4000));
        if (flavor == OLLAMA) {
            assertThat(engine.generate(request(), sink()).newTokens())
                    .as("it cuts prompts")
                    .isZero();
        } else {
            assertThat(failure(engine).kind()).isEqualTo(EngineException.Kind.TOO_LONG);
            assertThat(server.generations()).hasSize(1);
        }
    }

    @Test
    void generate_key_isSentAndInNoText() {
        ModelServer server = server(PLAIN).key("hush");
        try (LogLines log = new LogLines()) {
            say(engine(server, it -> it.withApiKey("hush")), request());
            OpenAiEngine wrong = engine(server, it -> it.withApiKey("hush!"));
            EngineException first = failure(wrong);
            failure(wrong);
            assertThat(first.kind()).isEqualTo(EngineException.Kind.UNAVAILABLE);
            assertThat(first).hasMessageContaining("refuses the key").hasMessageContaining("MODEL_API_KEY");
            assertThat(log.at(Level.ERROR)).containsExactly(first.getMessage());
            assertThat(log.all()).doesNotContain("hush", SECRET);
        }
    }

    @Test
    void generate_modelThatIsGone_namesThoseThereAre_once() {
        ModelServer server = server(PLAIN);
        OpenAiEngine engine = engine(server);
        try (LogLines log = new LogLines()) {
            server.models("other", "more");
            EngineException failure = failure(engine);
            failure(engine);
            assertThat(failure.kind()).isEqualTo(EngineException.Kind.UNAVAILABLE);
            assertThat(failure).hasMessageContaining("other, more").hasMessageContaining("set MODEL");
            assertThat(log.at(Level.ERROR)).containsExactly(failure.getMessage());
        }
    }

    @Test
    void generate_namedModelThatIsGone_namesThoseThereAre() {
        ModelServer server = server(PLAIN);
        OpenAiEngine engine = engine(server, it -> it.withModel("stub"));
        server.models("other", "more");
        assertThat(failure(engine)).hasMessageContaining("no model stub").hasMessageContaining("other, more");
        server.models("stub");
        assertThat(say(engine, request())).isNotEmpty();
    }

    @Test
    void generate_onlyModelHasAnotherName_goesOnWithThat() {
        ModelServer server = server(VLLM);
        OpenAiEngine engine = engine(server);
        server.models("newer");
        assertThat(say(engine, request())).isNotEmpty();
        assertThat(engine.name()).isEqualTo("newer");
    }

    @Test
    void generate_serverWithoutThePath_saysSo() {
        ModelServer server = server(PLAIN).failPath("/v1/chat/completions", ModelServerFault.status(404));
        assertThat(failure(engine(server))).hasMessageContaining("has no /v1/chat/completions");
        assertThat(server.generations()).hasSize(2);
    }

    @Test
    void generate_prefixThatNoServerTakes_isUnavailableAtOnce() {
        ModelServer server = server(PLAIN);
        EngineException failure = failure(engine(server), prefilled(), sink());
        assertThat(failure.kind()).isEqualTo(EngineException.Kind.UNAVAILABLE);
        assertThat(server.generations()).isEmpty();
    }

    @Test
    void name_isTheModels() {
        ModelServer server = server(VLLM).models("her-32b");
        assertThat(engine(server).name()).isEqualTo("her-32b");
    }

    private static RecordingSink sink() {
        return new RecordingSink();
    }
}
