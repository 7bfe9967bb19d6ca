package dramatis.openai;

import static dramatis.testkit.ModelServerFlavor.LLAMA_CPP;
import static dramatis.testkit.ModelServerFlavor.OLLAMA;
import static dramatis.testkit.ModelServerFlavor.PLAIN;
import static dramatis.testkit.ModelServerFlavor.SGLANG;
import static dramatis.testkit.ModelServerFlavor.VLLM;
import static org.assertj.core.api.Assertions.assertThat;

import dramatis.inference.ChatMessage;
import dramatis.testkit.ModelServer;
import dramatis.testkit.ModelServerFault;
import dramatis.testkit.ModelServerFlavor;
import dramatis.testkit.ModelServerQuirk;
import dramatis.testkit.ModelServerRequest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is found out of servers without generating. */
class ProbeTest extends EngineTest {
    @Test
    void check_chatMlModels_chooseCompletionsWhereThatIsShown() {
        assertThat(report(server(VLLM))).returns(ServerKind.VLLM, ProbeTest::kind);
        for (ModelServerFlavor flavor : ModelServerFlavor.values()) {
            ServerReport report = report(server(flavor).context(3000));
            boolean shown = List.of(VLLM, SGLANG, LLAMA_CPP).contains(flavor);
            assertThat(report.problem()).isEmpty();
            assertThat(kind(report).name()).isEqualTo(flavor == PLAIN ? "OTHER" : flavor.name());
            assertThat(report.api()).as("%s", flavor).contains(shown ? ModelApi.COMPLETIONS : ModelApi.CHAT);
            assertThat(report.model()).contains("stub");
            assertThat(report.context()).hasValue(3000);
            assertThat(report.why()).isNotEmpty();
            assertThat(report.counting()).contains(shown ? "by the server" : "estimate");
        }
    }

    @Test
    void check_chatMlThatBeginsReplies_choosesCompletions() {
        for (ModelServerFlavor flavor : List.of(VLLM, SGLANG, LLAMA_CPP)) {
            ModelServer server = server(flavor).quirks(ModelServerQuirk.HER_TEMPLATE);
            assertThat(report(server).api()).contains(ModelApi.COMPLETIONS);
        }
    }

    @ParameterizedTest
    @EnumSource(ModelServerFlavor.class)
    void check_otherTemplates_chooseChats(ModelServerFlavor flavor) {
        ModelServer server = server(flavor).quirks(ModelServerQuirk.FOREIGN_TEMPLATE);
        assertThat(report(server).api()).contains(ModelApi.CHAT);
        server.quirks(ModelServerQuirk.FOREIGN_TEMPLATE, ModelServerQuirk.NO_APPLY_TEMPLATE);
        assertThat(report(server).api()).contains(ModelApi.CHAT);
    }

    @Test
    void check_llamaWithoutApplyTemplate_looksAtTheTemplate() {
        ModelServer server = server(LLAMA_CPP).quirks(ModelServerQuirk.NO_APPLY_TEMPLATE);
        assertThat(report(server).api()).contains(ModelApi.COMPLETIONS);
    }

    @Test
    void check_vllmWithoutTokenize_choosesChats() {
        ServerReport report = report(server(VLLM).quirks(ModelServerQuirk.NO_TOKENIZE));
        assertThat(report.api()).contains(ModelApi.CHAT);
        assertThat(report.counting()).contains("estimate");
    }

    @Test
    void check_modelApi_overrides() {
        assertThat(engine(server(PLAIN), it -> it.withApi(ModelApi.COMPLETIONS)).prefills())
                .isTrue();
        assertThat(engine(server(LLAMA_CPP), it -> it.withApi(ModelApi.CHAT)).prefills())
                .isFalse();
        assertThat(engine(server(VLLM), it -> it.withApi(ModelApi.CHAT)).prefills())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(ModelServerFlavor.class)
    void check_neverGenerates(ModelServerFlavor flavor) {
        ModelServer server = server(flavor);
        report(server);
        assertThat(server.generations()).isEmpty();
        assertThat(server.requests()).isNotEmpty();
    }

    @Test
    void generate_ollama_neverByCompletions() {
        ModelServer server = server(OLLAMA);
        say(engine(server), request());
        assertThat(server.requests("/v1/completions")).isEmpty();
    }

    @Test
    void check_severalModels_asksForOne() {
        ModelServer server = server(VLLM).models("her", "his");
        assertThat(report(server).problem().orElseThrow()).contains("her, his").contains("set MODEL");
        assertThat(report(server, "her").model()).contains("her");
        assertThat(report(server, "hers").problem().orElseThrow()).contains("no model hers", "her, his");
        assertThat(report(server(OLLAMA).models("her:latest", "b"), "her").problem())
                .isEmpty();
        assertThat(report(server(LLAMA_CPP), "anything").problem()).isEmpty();
    }

    @Test
    void check_noModels_asksForOne() {
        ModelServer server = server(PLAIN).quirks(ModelServerQuirk.NO_MODELS);
        assertThat(report(server).problem().orElseThrow()).contains("set MODEL");
        assertThat(report(server, "her").model()).contains("her");
    }

    @ParameterizedTest
    @EnumSource(ModelServerFlavor.class)
    void check_wrongKey_saysSo(ModelServerFlavor flavor) {
        ModelServer server = server(flavor).key("hush");
        assertThat(report(server).problem().orElseThrow()).contains("refuses the key", "MODEL_API_KEY");
        OpenAiEngine engine = engine(server, it -> it.withApiKey("hush"));
        assertThat(engine.check()).singleElement().matches(it -> it.problem().isEmpty());
        assertThat(engine.check().toString()).doesNotContain("hush");
    }

    @Test
    void check_serverThatIsAwayOrBusy_saysSo() {
        ModelServer server = server(VLLM);
        server.failPath("/v1/models", ModelServerFault.status(503));
        assertThat(report(server).problem().orElseThrow()).contains("status 503");
        server.stop();
        URI hidden = URI.create(server.url().toString().replace("http://", "http://bo:hush@") + "/v1?token=hush");
        OpenAiEngine engine = engine(OpenAiOptions.of(hidden), it -> it);
        assertThat(engine.check().toString())
                .contains("cannot be reached", server.url().toString())
                .doesNotContain("hush");
        assertThat(engine.name()).doesNotContain("hush");
    }

    @Test
    void countTokens_byTheServer_isAskedOncePerText() {
        ModelServer server = server(VLLM);
        OpenAiEngine engine = engine(server);
        ChatMessage message = ChatMessage.user("Bo: hi there");
        int asked = server.requests("/tokenize").size();
        assertThat(engine.countTokens(message)).isEqualTo(engine.countTokens(ChatMessage.user("Bo: hi there")));
        assertThat(server.requests("/tokenize")).hasSize(asked + 1);
        ModelServerRequest sent = server.requests("/tokenize").get(asked);
        assertThat(sent.text("prompt")).contains("<|im_start|>user\nBo: hi there<|im_end|>\n");
        assertThat(sent.json().get("add_special_tokens")).isEqualTo(false);
    }

    @Test
    void countTokens_endpointThatFails_isEstimatedAndAskedNoMoreForAWhile() {
        ModelServer server = server(LLAMA_CPP);
        OpenAiEngine engine = engine(server);
        int exact = engine.countTokens(ChatMessage.user("one two three"));
        server.failPath("/tokenize", ModelServerFault.status(500));
        int asked = server.requests("/tokenize").size();
        for (String text : Arrays.asList("a b c d", "e f g h", "i j k l")) {
            assertThat(engine.countTokens(ChatMessage.user(text))).isPositive();
        }
        assertThat(server.requests("/tokenize")).hasSize(asked + 1);
        assertThat(engine.countTokens(ChatMessage.user("one two three"))).isEqualTo(exact);
    }

    @Test
    void countTokens_slowEndpoint_isNotWaitedForLong() {
        ModelServer server = server(LLAMA_CPP);
        OpenAiEngine engine = engine(server);
        server.failPath("/tokenize", ModelServerFault.slowHeaders(Duration.ofMinutes(5)));
        assertThat(engine.countTokens(ChatMessage.user("one two"))).isPositive();
    }

    @Test
    void countTokens_tokenizerFile_wins() {
        ModelServer server = server(VLLM);
        OpenAiEngine engine = engine(server, it -> it.withTokenizer(Path.of("../../models/understudy/tokenizer.json")));
        int asked = server.requests("/tokenize").size();
        assertThat(engine.countTokens(ChatMessage.user("hello there"))).isEqualTo(7);
        assertThat(server.requests("/tokenize")).hasSize(asked);
        assertThat(engine.check().get(0).counting()).contains("MODEL_TOKENIZER");
        engine.close();
        assertThat(engine.countTokens(ChatMessage.user("after the end"))).isPositive();
    }

    private ServerReport report(ModelServer server) {
        return engine(server).check().get(0);
    }

    private ServerReport report(ModelServer server, String model) {
        return engine(server, it -> it.withModel(model)).check().get(0);
    }

    private static ServerKind kind(ServerReport report) {
        return report.kind().orElseThrow();
    }
}
