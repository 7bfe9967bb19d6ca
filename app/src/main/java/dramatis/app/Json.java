package dramatis.app;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON as the command line speaks it: one object a line. */
final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The value as JSON without a line break, letters of all scripts as they are. */
    static String line(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /**
     * Reads an object.
     *
     * @throws CommandFailure when the text is no JSON object
     */
    static JsonNode read(String line) {
        try {
            var node = MAPPER.readTree(line);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            throw CommandFailure.failed("this is not JSON: " + e.getOriginalMessage());
        }
        throw CommandFailure.failed("a line must be a JSON object: {…}");
    }
}
