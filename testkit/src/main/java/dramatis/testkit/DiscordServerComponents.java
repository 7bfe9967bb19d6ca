package dramatis.testkit;

import static dramatis.testkit.DiscordServerJson.text;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The parts of messages and windows that people press, choose from and type into ("Component Reference"). */
final class DiscordServerComponents {
    private static final int TEXT_INPUT = 4;

    private int last;

    private DiscordServerComponents() {}

    /** The same parts, where each has a number: Discord gives one to who brought none. */
    static JsonNode numbered(JsonNode components) {
        JsonNode copy = components.deepCopy();
        DiscordServerComponents numbers = new DiscordServerComponents();
        copy.forEach(numbers::number);
        return copy;
    }

    private void number(JsonNode node) {
        if (node instanceof ObjectNode part) {
            last++;
            if (part.path("id").asInt(0) == 0) {
                part.put("id", last);
            }
            part.path("components").forEach(this::number);
            number(part.path("component"));
        }
    }

    /** The parts of a window with what was typed into its fields, or chosen of its menus. */
    static JsonNode filled(JsonNode components, Map<String, String> fields) {
        JsonNode copy = components.deepCopy();
        copy.forEach(it -> fill(it, fields));
        return copy;
    }

    private static void fill(JsonNode part, Map<String, String> fields) {
        if (part instanceof ObjectNode field && field.has("custom_id")) {
            String value = fields.getOrDefault(text(field, "custom_id"), text(field, "value"));
            if (field.path("type").asInt() == TEXT_INPUT) {
                field.put("value", value);
            } else {
                field.set("values", DiscordServerJson.array(value.isEmpty() ? List.of() : List.of(value)));
            }
        }
        part.path("components").forEach(it -> fill(it, fields));
        if (part.has("component")) {
            fill(part.path("component"), fields);
        }
    }
}
