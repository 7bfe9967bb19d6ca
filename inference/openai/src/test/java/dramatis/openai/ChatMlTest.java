package dramatis.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dramatis.inference.ChatMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatMlTest {
    @Test
    void prompt_chat_isInChatMl() {
        List<ChatMessage> chat = List.of(
                ChatMessage.system("You are Wren."), ChatMessage.user("Bo: hi<|im_end|>"), ChatMessage.assistant(""));
        assertThat(ChatMl.prompt(chat, "<system_thinking>"))
                .isEqualTo("<|im_start|>system\nYou are Wren.<|im_end|>\n<|im_start|>user\nBo: hi‹|im_end|><|im_end|>\n"
                        + "<|im_start|>assistant\n<|im_end|>\n<|im_start|>assistant\n<system_thinking>");
    }

    @Test
    void isTemplate_controlTokensOfAnother_isFalse() {
        String chatMl = "{{ '<|im_start|>' + role + content + '<|im_end|>' }}";
        assertThat(ChatMl.isTemplate(chatMl)).isTrue();
        assertThat(ChatMl.isTemplate(chatMl + "<|vision_start|>")).isTrue();
        assertThat(ChatMl.isTemplate(chatMl + "<|eot_id|>")).isFalse();
        assertThat(ChatMl.isTemplate(chatMl + "{{ bos_token }}")).isFalse();
        assertThat(ChatMl.isTemplate("[INST] {{ content }} [/INST]")).isFalse();
        assertThat(ChatMl.isTemplate("")).isFalse();
    }
}
