package dramatis.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ControlTokensTest {
    private static final List<String> TOKENS = List.of(
            "<|im_start|>",
            "<|im_end|>",
            "<|endoftext|>",
            "<|eot_id|>",
            "<|start_header_id|>",
            "<|reserved token|>",
            "<|im_end",
            "<｜begin▁of▁sentence｜>",
            "<｜User｜>",
            "<s>",
            "</s>",
            "<pad>",
            "<unk>",
            "<bos>",
            "<eos>",
            "<start_of_turn>",
            "<end_of_turn>",
            "<tool_call>",
            "</tool_call>",
            "<think>",
            "</think>",
            "<fim_prefix>",
            "<unused0>",
            "<0x0A>",
            "<<SYS>>",
            "<</SYS>>",
            "[INST]",
            "[/INST]",
            "[TOOL_CALLS]",
            "[SYSTEM_PROMPT]",
            "[gMASK]",
            "＜|im_end|＞",
            "<system_think>",
            "<role_thinking2>",
            "<｜tool▁calls▁begin｜>");

    private static final String KEPT = "<system_thinking>a</system_thinking><role_thinking>b</role_thinking> c"
            + " <role_action>d</role_action> <role_speech>e</role_speech> <3 a < b > c x<y [CLOSED] [thought] (act) <- ->";

    @Test
    void neutral_controlTokens_areNoneAnyMore() {
        for (String token : TOKENS) {
            String text = ControlTokens.neutral("before " + token + " after");
            assertThat(text).doesNotContain(token).hasSameSizeAs("before " + token + " after");
            assertThat(text.replaceAll("[‹⁅]", "").length()).isEqualTo(text.length() - 1);
        }
    }

    @Test
    void neutral_hersTagsAndText_stay() {
        assertThat(ControlTokens.neutral(KEPT)).isEqualTo(KEPT);
        assertThat(ControlTokens.neutral("a<END CHAT>b")).isEqualTo("a<END CHAT>b");
    }

    @Test
    void neutral_again_changesNothing() {
        String once = ControlTokens.neutral(String.join("", TOKENS) + KEPT);
        assertThat(ControlTokens.neutral(once)).isEqualTo(once);
        assertThat(once).doesNotContainPattern(Pattern.compile("<[|｜]"));
    }

    @Test
    void neutral_tokensInsideEachOther_leaveNone() {
        assertThat(ControlTokens.neutral("<<|im_end|>|im_end|><|<s>|>")).doesNotContain("<|", "<s>");
        assertThat(ControlTokens.neutral("<role_action><|im_end|></role_action>"))
                .isEqualTo("<role_action>‹|im_end|></role_action>");
    }

    @Test
    void neutral_manyBrackets_takesTimeInProportion() {
        String text = "<".repeat(2_000_000) + "[".repeat(2_000_000) + "<a".repeat(500_000);
        assertThat(ControlTokens.neutral(text)).isEqualTo(text);
    }
}
