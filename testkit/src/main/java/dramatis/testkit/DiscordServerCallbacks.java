package dramatis.testkit;

import static dramatis.testkit.DiscordServerJson.text;

import dramatis.testkit.DiscordServerInteraction.Kind;
import tools.jackson.databind.JsonNode;

/** Which first answers an interaction takes ("Interaction Callback Type"). */
final class DiscordServerCallbacks {
    private DiscordServerCallbacks() {}

    static void check(DiscordServerInteraction asked, int type, JsonNode data) {
        if (!fits(asked, type)) {
            throw DiscordServerRefusal.form(
                    "type", "INTERACTION_CALLBACK_TYPE_INVALID", "Interaction callback type is invalid");
        }
        if (type == 8) {
            choices(data);
        } else if (type == 9) {
            window(data);
        }
    }

    private static boolean fits(DiscordServerInteraction asked, int type) {
        boolean ofMessage = asked.source().isPresent();
        return switch (type) {
            case 4, 5 -> asked.kind() != Kind.AUTOCOMPLETE;
            case 6, 7 -> ofMessage && asked.kind() != Kind.COMMAND;
            case 8 -> asked.kind() == Kind.AUTOCOMPLETE;
            case 9 -> asked.kind() == Kind.COMMAND || asked.kind() == Kind.COMPONENT;
            default -> false;
        };
    }

    private static void choices(JsonNode data) {
        DiscordServerForms.many(data.path("choices"), "data.choices", 25);
        for (JsonNode choice : data.path("choices")) {
            required(choice, "name", "data.choices.name", 100);
            if (choice.path("value").isString()) {
                required(choice, "value", "data.choices.value", 100);
            }
        }
    }

    private static void window(JsonNode data) {
        required(data, "custom_id", "data.custom_id", 100);
        required(data, "title", "data.title", 45);
        DiscordServerForms.many(data.path("components"), "data.components", 5);
        if (data.path("components").isEmpty()) {
            throw DiscordServerRefusal.form("data.components", "BASE_TYPE_REQUIRED", "This field is required");
        }
    }

    private static void required(JsonNode object, String name, String path, int most) {
        if (text(object, name).isEmpty()) {
            throw DiscordServerRefusal.form(path, "BASE_TYPE_REQUIRED", "This field is required");
        }
        DiscordServerForms.length(object, name, path, most);
    }
}
