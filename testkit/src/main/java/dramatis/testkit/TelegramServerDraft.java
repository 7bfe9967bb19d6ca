package dramatis.testkit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A state of a message that the bot streamed; its text is empty while the bot thinks. */
public record TelegramServerDraft(long draftId, String text, List<JsonNode> entities) {
    public TelegramServerDraft {
        requireNonNull(text, "text");
        entities = List.copyOf(entities);
    }
}
