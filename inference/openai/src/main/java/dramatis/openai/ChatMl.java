package dramatis.openai;

import dramatis.inference.ChatMessage;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chats as ChatML writes them, with contents that make none of its tokens. */
final class ChatMl {
    private static final String START = "<|im_start|>";
    private static final String END = "<|im_end|>";
    /** Tokens of any template's; a beginning-of-text token comes by its name. */
    private static final Pattern CONTROL = Pattern.compile(
            "<\\|[\\w-]+\\|>|<｜[^>]{1,40}｜>|\\[/?INST]|<</?SYS>>|<start_of_turn>|<end_of_turn>|bos_token");
    /** What ChatML has, and what Qwen's templates mention of pictures. */
    private static final Set<String> OURS =
            Set.of(START, END, "<|endoftext|>", "<|vision_start|>", "<|vision_end|>", "<|image_pad|>", "<|video_pad|>");

    private ChatMl() {}

    /** One message; a chat is its messages one after the other. */
    static String message(ChatMessage message) {
        return START + role(message) + "\n" + ControlTokens.neutral(message.content()) + END + "\n";
    }

    /** How a reply begins. */
    static String opening(String replyPrefix) {
        return START + "assistant\n" + ControlTokens.neutral(replyPrefix);
    }

    static String prompt(List<ChatMessage> messages, String replyPrefix) {
        StringBuilder prompt = new StringBuilder();
        messages.forEach(message -> prompt.append(message(message)));
        return prompt.append(opening(replyPrefix)).toString();
    }

    static String role(ChatMessage message) {
        return message.role().name().toLowerCase(Locale.ROOT);
    }

    /** Whether a chat template, a program that is not run, mentions ChatML's tokens and none of another's. */
    static boolean isTemplate(String jinja) {
        Matcher control = CONTROL.matcher(jinja);
        while (control.find()) {
            if (!OURS.contains(control.group())) {
                return false;
            }
        }
        return jinja.contains(START) && jinja.contains(END);
    }
}
