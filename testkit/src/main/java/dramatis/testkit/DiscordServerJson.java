package dramatis.testkit;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Short ways to write the objects that Discord sends. */
final class DiscordServerJson {
    private static final JsonMapper MAPPER = new JsonMapper();

    private DiscordServerJson() {}

    /** An object of these names and values, by turns; a null is written. */
    static ObjectNode json(@Nullable Object... members) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < members.length; i += 2) {
            object.set(String.valueOf(members[i]), node(members[i + 1]));
        }
        return object;
    }

    /** An array of what was collected so far. */
    static ArrayNode array(Collection<?> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(it -> array.add(node(it)));
        return array;
    }

    /** Reads an object; what is none becomes an empty one. */
    static ObjectNode read(String text) {
        try {
            return text.isBlank() ? json() : wrapped(MAPPER.readTree(text));
        } catch (JacksonException e) {
            throw DiscordServerRefusal.of(400, 50109, "The request body contains invalid JSON.");
        }
    }

    /** A body that is an array, as in a bulk overwrite, goes under the name {@code list}. */
    private static ObjectNode wrapped(JsonNode node) {
        return node instanceof ObjectNode object ? object : json("list", node);
    }

    /** A text, or the other one when there is none. */
    static String text(JsonNode object, String name, String otherwise) {
        JsonNode value = object.path(name);
        return value.isNull() || value.isMissingNode() ? otherwise : value.asString();
    }

    static String text(JsonNode object, String name) {
        return text(object, name, "");
    }

    static boolean has(JsonNode object, String name) {
        return !object.path(name).isMissingNode() && !object.path(name).isNull();
    }

    private static JsonNode node(@Nullable Object value) {
        if (value instanceof JsonNode node) {
            return node;
        }
        if (value instanceof Collection<?> list) {
            return array(list);
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            map.forEach((name, member) -> object.set(String.valueOf(name), node(member)));
            return object;
        }
        return MAPPER.valueToTree(value);
    }
}
