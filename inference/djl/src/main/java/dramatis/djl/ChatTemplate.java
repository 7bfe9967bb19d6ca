package dramatis.djl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides whether a checkpoint's chat template is ChatML, the one that is written here by hand. The template is a program
 * and is not run: it must mention ChatML's two control tokens and none but its own, and no beginning-of-text token.
 */
final class ChatTemplate {
    static final String START = "<|im_start|>";
    static final String END = "<|im_end|>";
    static final String END_OF_TEXT = "<|endoftext|>";

    private static final Set<String> ALLOWED = Set.of(START, END, END_OF_TEXT);
    private static final Pattern CONTROL =
            Pattern.compile("<\\|[\\w-]+\\|>|\\[/?INST]|<</?SYS>>|<start_of_turn>|<end_of_turn>|bos_token");

    private ChatTemplate() {}

    /** Refuses a checkpoint whose template is another one. A template that is missing is taken to be ChatML. */
    static void requireChatMl(Path directory) {
        Path config = directory.resolve("tokenizer_config.json");
        find(directory, Settings.readIfPresent(config)).ifPresent(template -> {
            if (!template.contains(START) || !template.contains(END)) {
                throw Refusal.of(config + ": the chat template is not ChatML (it has no " + START + " and " + END
                        + "); only ChatML is played.");
            }
            Matcher control = CONTROL.matcher(template);
            while (control.find()) {
                if (!ALLOWED.contains(control.group()) && !isOptional(control.group())) {
                    throw Refusal.of(config + ": the chat template uses " + control.group()
                            + ", which plain ChatML does not; only ChatML is played.");
                }
            }
        });
    }

    /** Qwen's templates mention tokens of pictures, which text never gets. */
    private static boolean isOptional(String token) {
        return token.startsWith("<|vision_") || token.equals("<|image_pad|>") || token.equals("<|video_pad|>");
    }

    private static Optional<String> find(Path directory, Settings config) {
        Path file = directory.resolve("chat_template.jinja");
        if (Files.exists(file)) {
            try {
                return Optional.of(Files.readString(file));
            } catch (IOException e) {
                throw Refusal.unreadable(file, e);
            }
        }
        if (config.isText("chat_template")) {
            return config.text("chat_template");
        }
        return config.objects("chat_template").stream()
                .filter(it -> it.text("name").orElse("").equals("default"))
                .findFirst()
                .flatMap(it -> it.text("template"));
    }
}
