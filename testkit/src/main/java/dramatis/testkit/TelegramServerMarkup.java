package dramatis.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Checks what a bot puts below a message. */
final class TelegramServerMarkup {
    private TelegramServerMarkup() {}

    /** The inline keyboard that a message shows; nothing for other markup, which people see once. */
    static Optional<JsonNode> inline(TelegramServerRequest request) {
        JsonNode markup = request.json("reply_markup");
        if (!request.has("reply_markup")) {
            return Optional.empty();
        }
        if (!markup.isObject()) {
            throw TelegramServerError.badRequest("object expected as reply markup");
        }
        JsonNode keyboard = markup.path("inline_keyboard");
        if (keyboard.isMissingNode()) {
            return Optional.empty();
        }
        keyboard.valueStream().flatMap(JsonNode::valueStream).forEach(TelegramServerMarkup::check);
        return keyboard.isEmpty() ? Optional.empty() : Optional.of(markup);
    }

    private static void check(JsonNode button) {
        if (button.path("text").asString("").isEmpty()) {
            throw TelegramServerError.badRequest(
                    "can't parse inline keyboard button: Field \"text\" must be of type String");
        }
        if (button.size() < 2) {
            throw TelegramServerError.badRequest(
                    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        }
        if (button.has("callback_data")) {
            int bytes = button.path("callback_data").asString("").getBytes(UTF_8).length;
            if (bytes < 1 || bytes > 64) {
                throw TelegramServerError.badRequest("BUTTON_DATA_INVALID");
            }
        }
    }
}
