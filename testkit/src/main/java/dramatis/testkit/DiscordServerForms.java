package dramatis.testkit;

import static dramatis.testkit.DiscordServerJson.has;
import static dramatis.testkit.DiscordServerJson.text;

import tools.jackson.databind.JsonNode;

/** The limits of a message's parts ("Create Message", "Embed Limits", "Component Reference"). */
final class DiscordServerForms {
    private static final int SECOND_VERSION = 32_768;

    private DiscordServerForms() {}

    static void check(JsonNode body) {
        length(body, "content", "content", 2000);
        many(body.path("embeds"), "embeds", 10);
        int characters = 0;
        for (int i = 0; i < body.path("embeds").size(); i++) {
            characters += embed(body.path("embeds").get(i), "embeds." + i);
        }
        if (characters > 6000) {
            throw DiscordServerRefusal.form(
                    "embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
        }
        boolean second = (body.path("flags").asInt(0) & SECOND_VERSION) != 0;
        many(body.path("components"), "components", second ? 40 : 5);
        for (int i = 0; i < body.path("components").size(); i++) {
            row(body.path("components").get(i), "components." + i);
        }
    }

    private static int embed(JsonNode embed, String path) {
        int characters = length(embed, "title", path + ".title", 256)
                + length(embed, "description", path + ".description", 4096)
                + length(embed.path("footer"), "text", path + ".footer.text", 2048)
                + length(embed.path("author"), "name", path + ".author.name", 256);
        many(embed.path("fields"), path + ".fields", 25);
        for (JsonNode field : embed.path("fields")) {
            characters += length(field, "name", path + ".fields.name", 256)
                    + length(field, "value", path + ".fields.value", 1024);
        }
        return characters;
    }

    private static void row(JsonNode row, String path) {
        many(row.path("components"), path + ".components", 5);
        for (int i = 0; i < row.path("components").size(); i++) {
            JsonNode part = row.path("components").get(i);
            String at = path + ".components." + i;
            length(part, "custom_id", at + ".custom_id", 100);
            length(part, "label", at + ".label", 80);
            length(part, "placeholder", at + ".placeholder", 150);
            many(part.path("options"), at + ".options", 25);
            for (JsonNode option : part.path("options")) {
                length(option, "label", at + ".options.label", 100);
                length(option, "value", at + ".options.value", 100);
                length(option, "description", at + ".options.description", 100);
            }
        }
    }

    /** How long a text is, which may not be longer than that. */
    static int length(JsonNode object, String name, String path, int most) {
        int length = has(object, name) ? text(object, name).length() : 0;
        if (length > most) {
            throw DiscordServerRefusal.form(path, "BASE_TYPE_MAX_LENGTH", "Must be " + most + " or fewer in length.");
        }
        return length;
    }

    static void many(JsonNode list, String path, int most) {
        if (list.size() > most) {
            throw DiscordServerRefusal.form(path, "BASE_TYPE_MAX_LENGTH", "Must be " + most + " or fewer in length.");
        }
    }
}
