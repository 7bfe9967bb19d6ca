package dramatis.testkit;

import java.util.List;
import java.util.Map;

/** The chat template of a {@link ModelServer}'s model: ChatML, as HER's has it, or one that is not. */
enum ModelServerTemplate {
    CHATML("<|im_start|>", "\n", "<|im_end|>\n", ""),
    HER("<|im_start|>", "\n", "<|im_end|>\n", "<system_thinking>"),
    FOREIGN("<|start_header_id|>", "<|end_header_id|>\n\n", "<|eot_id|>", "");

    private final String start;
    private final String afterRole;
    private final String end;
    private final String begins;

    ModelServerTemplate(String start, String afterRole, String end, String begins) {
        this.start = start;
        this.afterRole = afterRole;
        this.end = end;
        this.begins = begins;
    }

    /**
     * A chat as the model reads it.
     *
     * @param goOn whether the last message is left open, for the model to go on with
     * @param opening whether a reply is begun
     */
    String render(List<Map<?, ?>> messages, boolean goOn, boolean opening) {
        StringBuilder prompt = new StringBuilder();
        for (Map<?, ?> message : messages) {
            prompt.append(start).append(message.get("role")).append(afterRole);
            prompt.append(message.get("content")).append(end);
        }
        if (goOn) {
            prompt.setLength(prompt.length() - end.length());
        } else if (opening) {
            prompt.append(start).append("assistant").append(afterRole).append(begins);
        }
        return prompt.toString();
    }

    /** As the program that servers show. */
    String jinja() {
        return "{% for message in messages %}{{ '" + start + "' + message['role'] + '" + escaped(afterRole)
                + "' + message['content'] + '" + escaped(end) + "' }}{% endfor %}{% if add_generation_prompt %}{{ '"
                + start + "assistant" + escaped(afterRole) + begins + "' }}{% endif %}";
    }

    private static String escaped(String text) {
        return text.replace("\n", "\\n");
    }
}
