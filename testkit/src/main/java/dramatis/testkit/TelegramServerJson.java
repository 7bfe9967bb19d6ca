package dramatis.testkit;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and makes the JSON of a {@link TelegramServer}. */
final class TelegramServerJson {
    private static final JsonMapper MAPPER = new JsonMapper();

    private TelegramServerJson() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** The value, or a missing node where the text is no JSON. */
    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /** As sent in a JSON body, or as a text of JSON in a field of a form. */
    static JsonNode unwrapped(JsonNode value) {
        return value.isString() ? read(value.asString("")) : value;
    }
}
